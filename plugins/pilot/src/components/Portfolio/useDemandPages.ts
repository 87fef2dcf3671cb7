import { useApi } from '@backstage/frontend-plugin-api';
import type { DemandPage } from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { usePages, type Pages } from '../../hooks/usePages';
import { useSettled } from '../../hooks/useSettled';
import { toListDemand, type PortfolioQuery } from './PortfolioQuery';

/** Enough for most portfolios at once; who has more searches or filters. */
const pageSize = 50;

/** Long enough not to ask for every letter. */
const typingMs = 250;

/** The demand that a view lists. */
export function useDemandPages(
  query: PortfolioQuery,
  isDecided: boolean,
): Pages<DemandPage> {
  const pilotApi = useApi(pilotApiRef);
  const q = useSettled(query.q, typingMs);
  const list = toListDemand({ ...query, q });
  const key = isDecided ? JSON.stringify(list) : undefined;
  return usePages(key, (cursor, signal) => {
    const weeks = true;
    const total = cursor === undefined;
    const page = { cursor, limit: pageSize, weeks, total };
    return pilotApi.listDemand({ ...list, ...page }, { signal });
  });
}
