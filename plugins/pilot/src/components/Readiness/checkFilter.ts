import type {
  CheckResult,
  Dimension,
  Readiness,
} from '@pilot-to-platform/plugin-pilot-common';

/** Which checks to look at. */
export const checkShows = ['all', 'toDo', 'expiring', 'waived'] as const;
/** One of {@link checkShows}. */
export type CheckShow = (typeof checkShows)[number];

/** What of a list of checks is shown. */
export interface CheckFilter {
  readonly show: CheckShow;
  /** Absent: all of them. */
  readonly dimension?: Dimension;
}

/** The checks that are asked about the entity. */
export function applicableOf({ checks }: Readiness): CheckResult[] {
  return checks.filter(({ verdict }) => verdict !== 'notApplicable');
}

/** Whether a check still has to be passed or waived. */
export function isToDo({ verdict }: CheckResult): boolean {
  return verdict === 'fail' || verdict === 'unknown';
}

/** Whether a check that applies is one of those. */
export function isShown(check: CheckResult, show: CheckShow): boolean {
  switch (show) {
    case 'toDo':
      return isToDo(check);
    case 'expiring':
      return check.expiresSoon;
    case 'waived':
      return check.verdict === 'waived';
    default:
      return true;
  }
}
