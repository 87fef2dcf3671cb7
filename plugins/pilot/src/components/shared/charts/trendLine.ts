import { DateTime } from 'luxon';

/** A score at an instant, and the policy that made it. */
export interface TrendPoint {
  readonly at: string;
  readonly score: number;
  readonly policy: string;
}

/**
 * The pieces of a curve. It is cut where the policy changes, so that a new rule
 * never looks like new demand.
 */
export function piecesOf<T extends TrendPoint>(points: readonly T[]): T[][] {
  const pieces: T[][] = [];
  for (const point of points) {
    const piece = pieces[pieces.length - 1];
    if (piece?.[0].policy === point.policy) piece.push(point);
    else pieces.push([point]);
  }
  return pieces;
}

/** The first days of months from one instant to another, at most so many. */
export function monthTicks(from: string, to: string, most: number): DateTime[] {
  const start = DateTime.fromISO(from, { zone: 'utc' });
  const end = DateTime.fromISO(to, { zone: 'utc' });
  const first =
    start.day === 1 && +start === +start.startOf('month')
      ? start
      : start.startOf('month').plus({ months: 1 });
  const all: DateTime[] = [];
  for (let at = first; at <= end; at = at.plus({ months: 1 })) all.push(at);
  const every = Math.ceil(all.length / most);
  return all.filter((_, index) => index % every === 0);
}
