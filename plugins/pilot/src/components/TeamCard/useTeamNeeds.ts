import { useApi } from '@backstage/frontend-plugin-api';
import type {
  DemandPage,
  InterestPage,
  InterestStatus,
} from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { usePages, type Pages } from '../../hooks/usePages';

const most = 100;

/** A card is no page: it shows the first of them, and the way to the others. */
const shown = 10;

const standing: readonly InterestStatus[] = [
  'open',
  'acknowledged',
  'planned',
  'adopted',
  'declined',
];

/** Lists the interests of a team. */
export function useAskedFor(team: string): Pages<InterestPage> {
  const api = useApi(pilotApiRef);
  return usePages(team, (cursor, signal) =>
    api.listInterests(
      { team, status: standing, total: true, limit: shown, cursor },
      { signal },
    ),
  );
}

/** The demand for what a team owns, highest first. */
export function useAskedOf(team: string): Pages<DemandPage> {
  const api = useApi(pilotApiRef);
  return usePages(team, (cursor, signal) =>
    api.listDemand(
      {
        owner: [team],
        level: ['faint', 'emerging', 'strong', 'proven'],
        orderBy: '-score',
        total: true,
        limit: shown,
        cursor,
      },
      { signal },
    ),
  );
}

/**
 * Counts interests that wait for an answer, by target of this owner. The counts
 * are unknown while they load, and with more interests than one page holds: a
 * number that may be too low would be worse than none.
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
