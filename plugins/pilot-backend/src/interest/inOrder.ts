import { compareTimes } from '@pilot-to-platform/plugin-pilot-common';
import { InterestEntry } from './Decision';

/** Number of a line; lines that are not written yet come last. */
const numberOf = (entry: InterestEntry & { readonly seq?: number }) =>
  entry.seq ?? Number.MAX_SAFE_INTEGER;

/**
 * The lines of one interest in the order in which they hold: by their time, then
 * imported ones by what they say, then by their number. Logs of several targets
 * may be put together before.
 */
export function inOrder(entries: readonly InterestEntry[]): InterestEntry[] {
  return [...entries].sort(
    (a, b) => compareTimes(a, b) || numberOf(a) - numberOf(b),
  );
}
