/**
 * Dates instants of the future as the last milliseconds up to now, one each, so that
 * what was said later stays later, however many there are. None is dated before
 * `least`: where the milliseconds from there do not suffice, the last ones are a little
 * ahead, up to `latest`.
 *
 * @param times - in any order; those that can be true are left out of the answer
 */
export function presentInOrder(
  times: Iterable<number>,
  {
    now,
    latest,
    least = 0,
  }: { readonly now: number; readonly latest: number; readonly least?: number },
): ReadonlyMap<number, number> {
  const ahead = [...new Set(times)]
    .filter(time => time > latest)
    .sort((a, b) => a - b);
  const others = ahead.length - 1;
  const first = Math.min(
    Math.max(Math.min(least, now), now - others),
    latest - others,
  );
  return new Map(ahead.map((time, index) => [time, first + index]));
}
