import { Knex } from 'knex';
import { StoredInterest, toInterestRow } from './interestRows';

/**
 * Writes the present states of interests in one target.
 *
 * @param knownTitle - what their author saw that the target is called; if absent,
 *   what is kept of that stays
 */
export async function saveInterests(
  tx: Knex.Transaction,
  targetId: number,
  interests: readonly StoredInterest[],
  knownTitle?: string | null,
): Promise<void> {
  const rows = interests.map(interest => ({
    ...toInterestRow(targetId, interest),
    ...(knownTitle !== undefined && { known_title: knownTitle }),
  }));
  for (let i = 0; i < rows.length; i += 200) {
    await tx('interest')
      .insert(rows.slice(i, i + 200))
      .onConflict('id')
      .merge();
  }
}
