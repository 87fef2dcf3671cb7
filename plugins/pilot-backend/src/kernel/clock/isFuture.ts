/** The clocks of callers may be ahead of ours by so much, in milliseconds. */
const clockToleranceMs = 5 * 60_000;

/** True where an instant is to come, even by a clock that is a little ahead. */
export function isFuture(instant: Date, now: Date): boolean {
  return instant > latestPresent(now);
}

/**
 * The latest instant that something can have happened at: what is stored with a
 * later one was dated by a clock that was wrong, and is not waited for.
 */
export function latestPresent(now: Date): Date {
  return new Date(now.getTime() + clockToleranceMs);
}
