/** The clocks of callers may be ahead of ours by so much, in milliseconds. */
const clockToleranceMs = 5 * 60_000;

/** Whether an instant is in the future, even by a clock that is a little ahead. */
export function isFuture(instant: Date, now: Date): boolean {
  return instant.getTime() > now.getTime() + clockToleranceMs;
}
