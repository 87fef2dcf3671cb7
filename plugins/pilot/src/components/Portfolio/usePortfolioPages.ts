import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  DemandListItem,
  DemandPage,
  PilotListItem,
} from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { useChanges } from '../../hooks/useChanges';
import { usePages, type Pages } from '../../hooks/usePages';
import { useSettled } from '../../hooks/useSettled';
import {
  isOfPilots,
  toListDemand,
  toListPilots,
  type PortfolioQuery,
} from './PortfolioQuery';

/** A row of the portfolio; what comes next is known of Pilots only. */
export type PortfolioItem = DemandListItem &
  Partial<
    Pick<PilotListItem, 'readiness' | 'gate' | 'recommendation' | 'proposal'>
  >;

/** A page of the portfolio, whatever it lists. */
export type PortfolioPart = Omit<DemandPage, 'items'> & {
  readonly items: readonly PortfolioItem[];
};

/** Enough for most portfolios at once; who has more searches or filters. */
const pageSize = 50;

/** Long enough not to ask for every letter. */
export const typingMs = 250;

/** Loads the list of a view. */
export function usePortfolioPages(
  query: PortfolioQuery,
  isDecided: boolean,
): Pages<PortfolioPart> {
  const pilotApi = useApi(pilotApiRef);
  const q = useSettled(query.q, typingMs);
  const settled = { ...query, q };
  const key = isDecided
    ? JSON.stringify([query.kind, toListPilots(settled)])
    : undefined;
  return usePages<PortfolioPart>(key, (cursor, signal) => {
    const weeks = true;
    const total = cursor === undefined;
    const page = { cursor, limit: pageSize, weeks, total };
    return isOfPilots(query)
      ? pilotApi.listPilots({ ...toListPilots(settled), ...page }, { signal })
      : pilotApi.listDemand({ ...toListDemand(settled), ...page }, { signal });
  });
}

/**
 * True where a list has changed since it was loaded: rows do not move by
 * themselves.
 */
export function useListNews(
  pages: ReadonlyArray<
    Pick<DemandPage, 'changed'> & { items: readonly PortfolioItem[] }
  >,
): boolean {
  const [hasNews, setHasNews] = useState(false);
  const watch = pages.flatMap(page => page.items.map(item => item.watch));
  useChanges(watch, () => setHasNews(true));
  useEffect(() => setHasNews(false), [pages]);
  return hasNews || Boolean(pages.at(-1)?.changed);
}
