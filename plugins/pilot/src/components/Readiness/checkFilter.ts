import type {
  CheckResult,
  Dimension,
  Readiness,
} from '@pilot-to-platform/plugin-pilot-common';

/** Choices of the checks to look at. */
export const checkShows = ['all', 'toDo', 'expiring', 'waived'] as const;
/** One of {@link checkShows}. */
export type CheckShow = (typeof checkShows)[number];

/** Filter of a list of checks. */
export interface CheckFilter {
  readonly show: CheckShow;
  /** Absent: all of them. */
  readonly dimension?: Dimension;
}

/** The checks that are asked about the entity. */
export function applicableOf({ checks }: Readiness): CheckResult[] {
  return checks.filter(({ verdict }) => verdict !== 'notApplicable');
}

/** True where a check still has to be passed or waived. */
export function isToDo({ verdict }: CheckResult): boolean {
  return verdict === 'fail' || verdict === 'unknown';
}

/** True where a choice includes a check that applies. */
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
