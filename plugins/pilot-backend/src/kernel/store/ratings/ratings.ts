import { Knex } from 'knex';
import { byTarget } from '../byTarget';
import { RatingRow, StoredRating, toRating } from './ratingRows';

/** Everything that teams ever answered, by target. */
export async function ratingsOf(
  db: Knex,
  targetIds: readonly number[],
): Promise<Map<number, StoredRating[]>> {
  if (targetIds.length === 0) {
    return new Map();
  }
  const rows = await db<RatingRow>('satisfaction')
    .whereIn('target_id', [...targetIds])
    .orderBy(['quarter', 'team']);
  return byTarget(db, 'satisfaction', rows, toRating);
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
