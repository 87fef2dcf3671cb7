import { useCallback, useEffect, useMemo, useRef } from 'react';
import { ownToday } from '../../format/ownToday';
import { useSearchParams } from 'react-router-dom';
import { usePilotCache } from '../../hooks/usePilotCache';
import { useResource } from '../../hooks/useResource';
import { useSetting, type Setting } from '../../hooks/useSetting';
import { defaultPortfolioQuery, type PortfolioQuery } from './PortfolioQuery';
import { readParams, writeParams } from './portfolioParams';

const onlyPilots = [defaultPortfolioQuery.kind];

/** The view that the address says, and how to go to another one. */
export interface PortfolioView {
  readonly query: PortfolioQuery;
  readonly leftOut: readonly string[];
  /** Not yet while the reader's own default may replace the view. */
  readonly isDecided: boolean;
  readonly saved: Setting;
  /** Typing replaces the entry of the history, choosing adds one. */
  goTo(query: PortfolioQuery, how?: 'typing'): void;
}

/**
 * The address is the only memory of the portfolio.
 *
 * @param options - `isMap`: of the map, which has the same addresses, Pilots only,
 *   and no default of its own
 */
export function usePortfolioQuery(
  options: { isMap?: boolean } = {},
): PortfolioView {
  const { isMap = false } = options;
  const [params, setParams] = useSearchParams();
  const saved = useSetting('portfolio');
  const policy = useResource(usePilotCache().policy);
  const allowedKinds =
    policy.state === 'ready' ? policy.value.interest.allowedKinds : undefined;
  const kinds = isMap ? onlyPilots : allowedKinds;
  const today = ownToday();

  // Only what was opened without parameters, and not what was cleared here.
  const isPlain = params.toString() === '';
  const mayReplace = useRef(isPlain && !isMap);
  const willReplace = mayReplace.current && isPlain && Boolean(saved.value);
  const isDecided = !mayReplace.current || (saved.isKnown && !willReplace);
  useEffect(() => {
    if (willReplace) setParams(saved.value!, { replace: true });
    if (saved.isKnown) mayReplace.current = false;
  }, [willReplace, saved.isKnown, saved.value, setParams]);

  const text = params.toString();
  const read = useMemo(
    () => readParams(new URLSearchParams(text), { kinds, today }),
    [text, kinds, today],
  );
  const goTo = useCallback(
    (query: PortfolioQuery, how?: 'typing') => {
      mayReplace.current = false;
      setParams(writeParams(query), { replace: how === 'typing' });
    },
    [setParams],
  );
  return { ...read, isDecided, saved, goTo };
}
