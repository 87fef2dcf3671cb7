import { Knex } from 'knex';
import {
  InterestRow,
  StoredInterest,
  StoredTarget,
  TargetRow,
  toInterest,
  toInterestRow,
  toTarget,
} from '../rows';

/** Everybody's interests in one target, oldest first. */
export async function interestsOf(
  db: Knex,
  targetId: number,
): Promise<StoredInterest[]> {
  const rows = await db<InterestRow>('interest')
    .where('target_id', targetId)
    .orderBy(['created_at', 'id']);
  return rows.map(toInterest);
}

/** One interest and its target. */
export async function findInterest(
  db: Knex,
  id: string,
): Promise<{ interest: StoredInterest; target: StoredTarget } | undefined> {
  const row = await db<InterestRow>('interest').where({ id }).first();
  if (!row) {
    return undefined;
  }
  const target = await db<TargetRow>('target')
    .where('id', row.target_id)
    .first();
  return { interest: toInterest(row), target: toTarget(target!) };
}

/** Writes the present states of interests in one target. */
export async function saveInterests(
  tx: Knex.Transaction,
  targetId: number,
  interests: readonly StoredInterest[],
): Promise<void> {
  const rows = interests.map(interest => toInterestRow(targetId, interest));
  for (let i = 0; i < rows.length; i += 200) {
    await tx('interest')
      .insert(rows.slice(i, i + 200))
      .onConflict('id')
      .merge();
  }
}
