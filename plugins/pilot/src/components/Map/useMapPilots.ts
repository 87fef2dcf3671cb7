import { useApi } from '@backstage/frontend-plugin-api';
import type {
  PilotListItem,
  PilotPage,
} from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { usePages, type Pages } from '../../hooks/usePages';
import { useSettled } from '../../hooks/useSettled';
import { toListPilots, type PortfolioQuery } from '../Portfolio/PortfolioQuery';
import { typingMs } from '../Portfolio/usePortfolioPages';

/** More marks cannot be told apart. */
export const mostPilots = 300;
const pageSize = 150;

/** All that a map shows at once. */
export interface MapPilots
  extends Pick<PilotPage, 'asOf' | 'total' | 'changed'> {
  readonly items: readonly PilotListItem[];
  /** There are more than a map can show. */
  readonly isCut: boolean;
}

/** The Pilots of a view with the most demand. */
export function useMapPilots(
  query: PortfolioQuery,
  isDecided: boolean,
): Pages<MapPilots> {
  const pilotApi = useApi(pilotApiRef);
  const q = useSettled(query.q, typingMs);
  const list = toListPilots({ ...query, q, sort: '-score' });
  const key = isDecided ? JSON.stringify(list) : undefined;
  return usePages<MapPilots>(key, async (_cursor, signal) => {
    const items: PilotListItem[] = [];
    let page: PilotPage;
    let first: PilotPage | undefined;
    let cursor: string | undefined;
    do {
      const limit = Math.min(pageSize, mostPilots - items.length);
      const part = { cursor, limit, total: cursor === undefined };
      page = await pilotApi.listPilots({ ...list, ...part }, { signal });
      first ??= page;
      items.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== undefined && items.length < mostPilots);
    const { asOf, total } = first;
    const isCut = cursor !== undefined;
    return { items, asOf, total, changed: page.changed, isCut };
  });
}
