import { Knex } from 'knex';

/** Somebody who asked, and the team that they asked for. */
export interface AskedForTeam {
  readonly team: string;
  readonly author: string;
}

/** Finds the authors and teams of standing interest, by the target's id. */
export async function askedForTeams(
  db: Knex,
  targetIds: readonly number[],
): Promise<Map<number, AskedForTeam[]>> {
  const result = new Map<number, AskedForTeam[]>();
  for (let i = 0; i < targetIds.length; i += 500) {
    const rows = await db('interest')
      .whereIn('target_id', targetIds.slice(i, i + 500))
      .where({ withdrawn: false })
      .whereNot('status', 'declined')
      .distinct('target_id', 'team', 'author')
      .orderBy(['target_id', 'team', 'author']);
    for (const { target_id, team, author } of rows) {
      const id = Number(target_id);
      const ofTarget = result.get(id) ?? [];
      ofTarget.push({ team, author });
      result.set(id, ofTarget);
    }
  }
  return result;
}
