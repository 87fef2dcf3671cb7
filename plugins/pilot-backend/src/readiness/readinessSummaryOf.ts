import {
  expiringAnswers,
  ReadinessSummary,
} from '@pilot-to-platform/plugin-pilot-common';
import { ReadinessReading } from './readReadiness';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** Days before an answer lapses from which on lists and messages say so. */
export const expiringDays = 14;

/** Readiness in a list: overall and weakest, always together. */
export function readinessSummaryOf(
  target: Pick<StoredTarget, 'ref'>,
  { assessment }: ReadinessReading,
  now: Date,
): ReadinessSummary {
  const { dimensions, score, weakest } = assessment;
  const sum = (count: (each: (typeof dimensions)[number]) => number) =>
    dimensions.reduce((total, each) => total + count(each), 0);
  return {
    target: target.ref,
    score,
    weakest,
    weakestScore:
      dimensions.find(each => each.dimension === weakest)?.score ?? null,
    applicable: sum(each => each.applicable),
    unknown: sum(each => each.unknown),
    expiring: expiringAnswers(assessment, { now, days: expiringDays }).length,
  };
}
