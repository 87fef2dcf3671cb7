import { Knex } from 'knex';
import { byTarget } from '../byTarget';

interface RatingRow {
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

const toRating = (row: RatingRow): StoredRating => ({
  team: row.team,
  quarter: row.quarter,
  score: row.score,
  note: row.note,
  by: row.by,
  at: new Date(Number(row.at)),
});

/** Everything that teams ever answered, by target. */
export async function ratingsOf(
  db: Knex,
  targetIds: readonly number[],
): Promise<Map<number, StoredRating[]>> {
  const rows = await db<RatingRow>('satisfaction')
    .whereIn('target_id', [...targetIds])
    .orderBy(['quarter', 'team']);
  return byTarget(rows, toRating);
}

/** Writes what a team answered in a quarter. */
export async function saveRating(
  tx: Knex.Transaction,
  targetId: number,
  rating: StoredRating,
): Promise<void> {
  await tx<RatingRow>('satisfaction')
    .insert({
      ...rating,
      target_id: targetId,
      at: rating.at.getTime(),
    })
    .onConflict(['target_id', 'team', 'quarter'])
    .merge();
}
