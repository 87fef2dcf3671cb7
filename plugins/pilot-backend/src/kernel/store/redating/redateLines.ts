import { compareTimes } from '@pilot-to-platform/plugin-pilot-common';

/** Times of a line of a log: of what happened, and of when it was written. */
export interface DatedLine {
  readonly seq: number;
  readonly at: number;
  readonly recordedAt: number;
  /** Of imported ones: their place among those of one instant. */
  readonly order?: string;
}

/** The new times of a line. */
export type RedatedLine = Omit<DatedLine, 'order'>;

interface Bounds {
  readonly now: number;
  readonly latest: number;
}

/**
 * Dates the lines of one log that say a time to come, which cannot be: when they
 * were written down, where that can be true, and else no later than the line after
 * them. The order in which they were written stays, and that in which they hold:
 * within one instant imported lines go by what they say, so that one that
 * would come out of its place is dated a millisecond earlier.
 *
 * @param lines - in the order in which they were written
 * @returns the lines that change
 */
export function redateLines(
  lines: readonly DatedLine[],
  { now, latest }: Bounds,
): RedatedLine[] {
  const dated: RedatedLine[] = [];
  let next = now;
  for (const line of [...lines].reverse()) {
    const recordedAt = line.recordedAt > latest ? next : line.recordedAt;
    const at = line.at > latest ? recordedAt : line.at;
    dated.push({ seq: line.seq, at, recordedAt });
    next = Math.min(next, recordedAt);
  }
  dated.reverse();
  const times = inPlace(lines, dated, latest);
  return dated.flatMap((line, index) => {
    const at = times.get(line.seq) ?? line.at;
    const before = lines[index];
    return at !== before.at || line.recordedAt !== before.recordedAt
      ? [{ ...line, at }]
      : [];
  });
}

/** Finds the new times with which lines of the future hold in the order of before, by number. */
function inPlace(
  lines: readonly DatedLine[],
  dated: readonly RedatedLine[],
  latest: number,
): ReadonlyMap<number, number> {
  let newest = 0;
  const ahead = lines.flatMap((line, index) => {
    // People's lines never go back; those of imports say any time.
    newest = line.order === undefined ? Math.max(newest, line.at) : newest;
    const at = line.order === undefined ? newest : line.at;
    return line.at > latest ? [{ ...line, at, becomes: dated[index].at }] : [];
  });
  const compare = (a: DatedLine, b: DatedLine) =>
    compareTimes(ordered(a), ordered(b)) || a.seq - b.seq;
  const times = new Map<number, number>();
  let after: (DatedLine & { readonly becomes: number }) | undefined;
  for (const line of ahead.sort(compare).reverse()) {
    const isInPlace = !after || compare({ ...line, at: after.at }, after) < 0;
    const most = after ? times.get(after.seq)! - Number(!isInPlace) : Infinity;
    times.set(line.seq, Math.min(line.becomes, most));
    after = line;
  }
  return times;
}

function ordered({ at, order }: DatedLine) {
  return { at: new Date(at), order };
}
