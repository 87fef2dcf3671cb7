import { InputError } from '@backstage/errors';
import { earliestToday } from '../kernel/clock/earliestToday';
import { dayMs } from '@pilot-to-platform/plugin-pilot-common';

/** So much later a day ends in UTC−12. */
const westernmostMs = 12 * 60 * 60 * 1000;

/**
 * Returns when a signature lapses: at the end of the UTC day that its author
 * names, at the instant, or as late as it may. A day that has ended in UTC and
 * is still today somewhere on earth ends where it ends last.
 *
 * @param days - so many days it holds at most
 * @throws InputError for what is past, or too late
 */
export function expiryOf(
  given: string | undefined,
  { days, now }: { readonly days: number; readonly now: Date },
): Date {
  // Whole days, so that the same signed twice on a day is the same.
  const latest = endOfDay(new Date(now.getTime() + days * dayMs));
  if (given === undefined) {
    return latest;
  }
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(given);
  const named = isDay ? endOfDay(new Date(given)) : new Date(given);
  const expiry =
    isDay && named <= now && given >= earliestToday(now)
      ? new Date(named.getTime() + westernmostMs)
      : named;
  if (expiry <= now) {
    throw new InputError('expiresAt: must be later than now');
  }
  if (expiry > latest) {
    throw new InputError(
      `expiresAt: must be on ${latest
        .toISOString()
        .slice(0, 10)} at the latest, ${days} days from now`,
    );
  }
  return expiry;
}

function endOfDay(at: Date): Date {
  return new Date(`${at.toISOString().slice(0, 10)}T23:59:59.999Z`);
}
