import { useApi } from '@backstage/frontend-plugin-api';
import type { DemandPage } from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { usePages, type Pages } from '../../hooks/usePages';

const shown = 5;

/** The Pilots with the highest demand; what nobody asked for is not wanted. */
export function useWanted(): Pages<DemandPage> {
  const api = useApi(pilotApiRef);
  return usePages('wanted', (cursor, signal) =>
    api.listDemand(
      {
        kind: ['Pilot'],
        level: ['faint', 'emerging', 'strong', 'proven'],
        orderBy: '-score',
        limit: shown,
        cursor,
      },
      { signal },
    ),
  );
}
