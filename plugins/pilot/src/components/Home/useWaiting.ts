import {
  identityApiRef,
  useApi,
  type BackstageUserIdentity,
} from '@backstage/frontend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import type {
  Policy,
  PilotApi,
  PhaseTransition,
} from '@pilot-to-platform/plugin-pilot-common';
import { isHidden } from '../../api/errorStatus';
import { pilotApiRef } from '../../api/pilotApiRef';
import type { Team } from '../../cache/loadTeams';
import { usePages, type Pages } from '../../hooks/usePages';
import { usePilotCache } from '../../hooks/usePilotCache';
import { useResource } from '../../hooks/useResource';

/** Something that only the reader, or a team of theirs, can do next. */
export type WaitingItem =
  | { readonly type: 'confirm'; readonly count: number }
  | {
      readonly type: 'answer';
      readonly team: string;
      readonly name: string;
      readonly count: number;
    }
  | {
      readonly type: 'decide';
      readonly target: string;
      readonly title: string | null;
      readonly to: PhaseTransition;
    }
  | {
      readonly type: 'expiring';
      readonly target: string;
      readonly title: string | null;
      readonly count: number;
    };

/** Most entries of each kind; the portfolio has all of them. */
const shown = 5;

/** Some of those proposed are the reader's own, and wait for somebody else. */
const asked = 50;

/** As many owners as one request may name. */
const mostOwners = 50;

/** Lists what waits for the reader, each with a place to go to. */
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

/**
 * Proposals that the reader can decide, and Pilots of the reader's teams with
 * answers that lapse soon.
 */
async function loadWaitingPilots(
  api: Pick<PilotApi, 'listPilots'>,
  options: {
    reader: BackstageUserIdentity;
    policy: Policy;
    signal: AbortSignal;
  },
): Promise<WaitingItem[]> {
  const { reader, policy, signal } = options;
  const groups = policy.caller?.groups ?? groupsOf(reader);
  const { approvers } = policy.decisions;
  const isApprover =
    policy.caller?.approver ?? groups.some(ref => approvers.includes(ref));
  const proposed = async (): Promise<WaitingItem[]> => {
    if (!isApprover) return [];
    const query = { proposed: true, limit: asked };
    const { items } = await api.listPilots(query, { signal });
    const toDecide = items.flatMap(({ target, title, proposal }) =>
      // Nobody decides what they proposed.
      proposal && proposal.by !== reader.userEntityRef
        ? [{ type: 'decide' as const, target, title, to: proposal.to }]
        : [],
    );
    return toDecide.slice(0, shown);
  };
  const expiring = async (): Promise<WaitingItem[]> => {
    if (groups.length === 0) return [];
    const owner = groups.slice(0, mostOwners);
    const query = { owner, expiring: true, limit: shown };
    const { items } = await api.listPilots(query, { signal });
    return items.flatMap(({ target, title, readiness }) => {
      const count = readiness?.expiring ?? 0;
      return count > 0
        ? [{ type: 'expiring' as const, target, title, count }]
        : [];
    });
  };
  return (await Promise.all([proposed(), expiring()])).flat();
}

/** Finds the reader's groups where an older backend does not name them. */
function groupsOf(reader: BackstageUserIdentity): string[] {
  return reader.ownershipEntityRefs.filter(
    ref => parseEntityRef(ref).kind.toLocaleLowerCase('en-US') === 'group',
  );
}
