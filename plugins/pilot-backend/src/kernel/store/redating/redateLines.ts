/** Times of a line of a log: of what happened, and of when it was written. */
export interface DatedLine {
  readonly seq: number;
  readonly at: number;
  readonly recordedAt: number;
}

/**
 * Dates the lines of one log that say a time to come, which cannot be: when they
 * were written down, where that can be true, and else no later than the line after
 * them. The order in which they were written stays.
 *
 * @param lines - in the order in which they were written
 * @returns the lines that change
 */
export function redateLines(
  lines: readonly DatedLine[],
  { now, latest }: { readonly now: number; readonly latest: number },
): DatedLine[] {
  const changed: DatedLine[] = [];
  let next = now;
  for (const line of [...lines].reverse()) {
    const recordedAt = line.recordedAt > latest ? next : line.recordedAt;
    const at = line.at > latest ? recordedAt : line.at;
    if (at !== line.at || recordedAt !== line.recordedAt) {
      changed.push({ seq: line.seq, at, recordedAt });
    }
    next = Math.min(next, recordedAt);
  }
  return changed.reverse();
}
