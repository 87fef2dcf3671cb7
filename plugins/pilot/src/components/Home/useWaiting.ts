import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import type { Policy } from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import type { Team } from '../../cache/loadMyTeams';
import { isHidden } from '../../api/errorStatus';
import { usePages, type Pages } from '../../hooks/usePages';
import { usePilotCache } from '../../hooks/usePilotCache';
import { useResource } from '../../hooks/useResource';
import { loadWaitingPilots } from './loadWaitingPilots';
import type { WaitingItem } from './WaitingItem';

/** What waits for the reader, each with a place to go to. */
export function useWaiting(): Pages<{ items: readonly WaitingItem[] }> {
  const api = useApi(pilotApiRef);
  const identityApi = useApi(identityApiRef);
  const cache = usePilotCache();
  const teams = useResource(cache.teams);
  const key =
    teams.state === 'loading'
      ? undefined
      : JSON.stringify(teams.state === 'ready' ? teams.value : []);

  return usePages(key, async (_cursor, signal) => {
    // Teams that could not be loaded are an error of this list, to be tried again.
    const settled = await cache.teams.settled();
    if (settled.state !== 'ready') throw new Error('The teams are not known');
    const count = async (query: Parameters<typeof api.listInterests>[0]) => {
      const page = await api.listInterests(
        { ...query, total: true, limit: 1 },
        { signal },
      );
      return page.total ?? page.items.length;
    };
    // It says whether the reader decides: what is not known is not nothing.
    const policy = await cache.policy.settled();
    if (policy.state !== 'ready') throw new Error('The policy is not known');
    const owners = ownersOf(policy.value, settled.value);
    const [ofPilots, toConfirm, ...open] = await Promise.all([
      loadWaitingPilots(api, {
        reader: await identityApi.getBackstageIdentity(),
        policy: policy.value,
        signal,
      }).catch((error: Error): WaitingItem[] => {
        // What the reader may not see does not wait for them.
        if (isHidden(error)) return [];
        throw error;
      }),
      count({ author: 'me', confirmDue: true }),
      ...owners.map(({ ref }) =>
        count({ owner: ref, status: 'open', internal: false }),
      ),
    ]);
    const toAnswer = owners.map(({ ref, name }, index) => ({
      type: 'answer' as const,
      team: ref,
      name,
      count: open[index],
    }));
    const items: WaitingItem[] = [
      ...toAnswer.filter(item => item.count > 0),
      ...ofPilots,
      ...(toConfirm > 0
        ? [{ type: 'confirm' as const, count: toConfirm }]
        : []),
    ];
    return { items };
  });
}

/** The Groups that the reader answers for; an older backend says only which teams. */
function ownersOf({ caller }: Policy, teams: readonly Team[]): readonly Team[] {
  return (
    caller?.groups.map(
      ref =>
        teams.find(team => team.ref === ref) ?? {
          ref,
          name: parseEntityRef(ref).name,
        },
    ) ?? teams
  );
}
