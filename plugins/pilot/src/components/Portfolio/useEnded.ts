import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { pilotApiRef } from '../../api/pilotApiRef';
import {
  endedPhases,
  isOfPilots,
  toListPilots,
  type PortfolioQuery,
} from './PortfolioQuery';

/** Ended Pilots that a view leaves out: none known, some, or a number. */
export type Ended = { readonly total?: number } | undefined;

/**
 * Counts what a view without a phase leaves out. The link to it is a
 * convenience, so a count that cannot be had is no failure of the page.
 */
export function useEnded(query: PortfolioQuery, isDecided: boolean): Ended {
  const pilotApi = useApi(pilotApiRef);
  const [ended, setEnded] = useState<{ key: string; found: Ended }>();
  const leavesOut = isDecided && isOfPilots(query) && query.phase.length === 0;
  const list = toListPilots({ ...query, q: '', phase: endedPhases });
  const key = leavesOut ? JSON.stringify(list) : '';
  useEffect(() => {
    if (!key) return undefined;
    const request = new AbortController();
    const { signal } = request;
    const wanted = { ...JSON.parse(key), limit: 1, total: true };
    pilotApi.listPilots(wanted, { signal }).then(
      ({ items, nextCursor, total }) => {
        const isNone = total === 0 || (items.length === 0 && !nextCursor);
        const found = isNone ? undefined : { total };
        if (!signal.aborted) setEnded({ key, found });
      },
      () => {},
    );
    return () => request.abort();
  }, [key, pilotApi]);
  return ended?.key === key ? ended.found : undefined;
}
