import { useApi } from '@backstage/frontend-plugin-api';
import { pilotApiRef } from '../../api/pilotApiRef';
import { usePages } from '../../hooks/usePages';

const most = 100;

/**
 * How many interests wait for an answer, by target of this owner. It is unknown
 * while it loads, and with more of them than one page holds: a number that may
 * be too low would be worse than none.
 */
export function useOpenCounts(
  owner: string,
): ReadonlyMap<string, number> | undefined {
  const api = useApi(pilotApiRef);
  const { pages } = usePages(owner, (cursor, signal) =>
    api.listInterests(
      { owner, status: 'open', internal: false, limit: most, cursor },
      { signal },
    ),
  );
  const [page] = pages;
  if (!page || page.nextCursor !== undefined) return undefined;
  const counts = new Map<string, number>();
  for (const { target } of page.items) {
    counts.set(target, (counts.get(target) ?? 0) + 1);
  }
  return counts;
}
