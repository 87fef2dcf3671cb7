import { Knex } from 'knex';
import { enqueueFeed } from './feed';

/** A page of the teams that recorded interest, in order. */
export async function pageTeams(
  knex: Knex,
  options: { after: string; limit: number },
): Promise<string[]> {
  const rows = await knex('interest')
    .where('team', '>', options.after)
    .distinct('team')
    .orderBy('team')
    .limit(options.limit);
  return rows.map(row => row.team);
}

/**
 * Notes which of these teams the catalog knows. A team that is gone keeps
 * counting, but is no longer projected, because a relation needs both its ends.
 */
export async function saveTeamPresence(
  knex: Knex,
  teams: { present: readonly string[]; gone: readonly string[] },
  now: Date,
): Promise<void> {
  await knex.transaction(async tx => {
    await tx('feed_counter').where('id', 1).update({ id: 1 });
    const known: string[] = (
      await tx('team').whereIn('ref', [...teams.present, ...teams.gone])
    ).map(row => row.ref);
    const returned = known.filter(ref => teams.present.includes(ref));
    const left = teams.gone.filter(ref => !known.includes(ref));
    if (returned.length > 0) {
      await tx('team').whereIn('ref', returned).delete();
    }
    if (left.length > 0) {
      await tx('team').insert(
        left.map(ref => ({ ref, gone_at: now.getTime() })),
      );
    }
    const affected = await tx('interest')
      .whereIn('team', [...returned, ...left])
      .distinct('target_id');
    await enqueueFeed(
      tx,
      affected.map(row => Number(row.target_id)),
    );
  });
}
