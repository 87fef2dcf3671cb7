import { useApi } from '@backstage/frontend-plugin-api';
import { pilotApiRef } from '../../api/pilotApiRef';
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
    };

/** What waits for the reader, as numbers with a place to go to. */
export function useWaiting(): Pages<{ items: readonly WaitingItem[] }> {
  const api = useApi(pilotApiRef);
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
    const [toConfirm, ...open] = await Promise.all([
      count({ author: 'me', confirmDue: true }),
      ...settled.value.map(({ ref }) =>
        count({ owner: ref, status: 'open', internal: false }),
      ),
    ]);
    const items: WaitingItem[] = [
      ...settled.value.map(({ ref, name }, index) => ({
        type: 'answer' as const,
        team: ref,
        name,
        count: open[index],
      })),
      { type: 'confirm', count: toConfirm },
    ];
    return { items: items.filter(item => item.count > 0) };
  });
}
