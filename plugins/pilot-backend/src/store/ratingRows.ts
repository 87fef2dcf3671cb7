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

/** How well a Pilot works for a team, as it said last in a quarter. */
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

export const toRating = (row: RatingRow): StoredRating => ({
  team: row.team,
  quarter: row.quarter,
  score: row.score,
  note: row.note,
  by: row.by,
  at: new Date(Number(row.at)),
});
