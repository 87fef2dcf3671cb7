import { timeOf, wordOf } from '../columns';
import { UnreadableRowError } from '../UnreadableRowError';

/** A row of `satisfaction`. */
export interface RatingRow {
  target_id: number | string;
  team: string;
  quarter: string;
  score: number;
  note: string | null;
  by: string;
  at: number | string;
}

/** Rating of how well a Pilot works for a team, the last one of a quarter. */
export interface StoredRating {
  readonly team: string;
  /** Such as 2026-Q4. */
  readonly quarter: string;
  /** 1 to 5 */
  readonly score: number;
  readonly note: string | null;
  /** User ref. */
  readonly by: string;
  readonly at: Date;
}

const scores = ['1', '2', '3', '4', '5'] as const;

function quarterOf(value: string): string {
  if (!/^\d{4}-Q[1-4]$/.test(value)) {
    throw new UnreadableRowError('quarter', 'holds no quarter');
  }
  return value;
}

/** @throws UnreadableRowError for what is no rating */
export const toRating = (row: RatingRow): StoredRating => ({
  team: row.team,
  quarter: quarterOf(row.quarter),
  score: Number(wordOf(scores, String(row.score), 'score')),
  note: row.note,
  by: row.by,
  at: timeOf(row.at, 'at'),
});
