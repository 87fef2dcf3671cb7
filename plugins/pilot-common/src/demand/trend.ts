import type { DemandTrend } from '../model/demand';

const steadyWithin = 2;

/**
 * Returns where a score is going: `steady` when it is within two points of the
 * score of 28 days ago.
 *
 * @param scoreNow - 0 to 100
 * @param score28DaysAgo - 0 to 100; 0 when nothing was counted then
 * @public
 */
export function trendOf(scoreNow: number, score28DaysAgo: number): DemandTrend {
  const change = scoreNow - score28DaysAgo;
  if (change > steadyWithin) return 'rising';
  if (change < -steadyWithin) return 'falling';
  return 'steady';
}
