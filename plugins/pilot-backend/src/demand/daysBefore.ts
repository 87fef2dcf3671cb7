import { dayOf, endOfDay } from '@pilot-to-platform/plugin-pilot-common';

/** Days that the trend of a demand looks back. */
export const trendDays = 28;
/** Days that the growth of a demand looks back. */
export const growthDays = 30;

/**
 * The end of a UTC day that lies some days back: what a demand is compared with.
 * Sums are kept at the ends of days, so that looking back never replays a log,
 * however much happened to a target on that very day.
 */
export function daysBefore(at: Date, days: number): Date {
  return endOfDay(dayOf(at) - days);
}
