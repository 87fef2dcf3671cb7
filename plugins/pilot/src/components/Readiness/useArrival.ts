import { useLocation, useSearchParams } from 'react-router-dom';

/** A check that the address leads to. */
export interface Arrival {
  readonly check: string;
  /** Another one each time that somebody comes, be it to the same check. */
  readonly key: string;
}

/** The check that `?check=` names, for links from elsewhere. */
export function useArrival(): Arrival | undefined {
  const [params] = useSearchParams();
  const { key } = useLocation();
  const check = params.get('check');
  return check ? { check, key } : undefined;
}
