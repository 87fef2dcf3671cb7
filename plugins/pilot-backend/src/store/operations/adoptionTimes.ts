import { Knex } from 'knex';

/** A team that a Pilot serves, and since when. */
export interface TeamAdoption {
  readonly pilotId: number;
  readonly team: string;
  readonly at: Date;
}

/**
 * The teams that Pilots serve now, themselves or through what implements them,
 * and when each was first told so. The owner's own interest does not count.
 */
export async function adoptionTimes(
  db: Knex,
  pilotIds: readonly number[],
): Promise<TeamAdoption[]> {
  if (pilotIds.length === 0) {
    return [];
  }
  const adopted = () =>
    db('interest')
      .join('target', 'target.id', 'interest.target_id')
      .where({ 'interest.status': 'adopted', 'interest.withdrawn': false })
      .whereNotNull('interest.status_at');
  const columns = ['interest.team', 'interest.status_at', 'target.owner'];
  const own = await adopted()
    .whereIn('interest.target_id', [...pilotIds])
    .select('interest.target_id as pilot_id', ...columns);
  const through = await adopted()
    .join('target_part', 'target_part.part_id', 'interest.target_id')
    .join('target as pilot', 'pilot.id', 'target_part.pilot_id')
    .whereIn('target_part.pilot_id', [...pilotIds])
    .select('target_part.pilot_id', 'pilot.owner as pilot_owner', ...columns);
  const first = new Map<string, TeamAdoption>();
  for (const row of [...own, ...through]) {
    const { team, owner, pilot_owner: pilotOwner } = row;
    const pilotId = Number(row.pilot_id);
    const at = new Date(Number(row.status_at));
    const key = `${pilotId} ${team}`;
    const known = first.get(key);
    if (team !== owner && team !== pilotOwner && !(known && known.at <= at)) {
      first.set(key, { pilotId, team, at });
    }
  }
  return [...first.values()];
}
