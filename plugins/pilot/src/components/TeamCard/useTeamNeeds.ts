import { useApi } from '@backstage/frontend-plugin-api';
import type {
  DemandPage,
  InterestPage,
  InterestStatus,
} from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { usePages, type Pages } from '../../hooks/usePages';

/** A card is no page: it shows the first of them, and the way to the others. */
const shown = 10;

const standing: readonly InterestStatus[] = [
  'open',
  'acknowledged',
  'planned',
  'adopted',
  'declined',
];

/** What a team asked for. */
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
