import { Phase } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { LogRow, toLogEntry } from '../rows';

/** What the log says of targets at a past instant, where it differs from now. */
export interface PastFacts {
  /** Of the targets whose owner changed afterwards. */
  readonly owners: ReadonlyMap<number, string | null>;
  /** The phases that were declared by then. */
  readonly phases: ReadonlyMap<number, Phase>;
}

/** Owners and phases at a past instant; the first owner seen also held before. */
export async function pastFacts(db: Knex, at: Date): Promise<PastFacts> {
  const owners = new Map<number, string | null>();
  const later = await db<LogRow>('interest_log')
    .where('type', 'owner')
    .whereIn(
      'target_id',
      db('interest_log')
        .where('type', 'owner')
        .andWhere('at', '>', at.getTime())
        .select('target_id'),
    )
    .orderBy(['at', 'seq']);
  for (const row of later) {
    const id = Number(row.target_id);
    const entry = toLogEntry(row);
    if (entry.type === 'owner' && (!owners.has(id) || entry.at <= at)) {
      owners.set(id, entry.owner);
    }
  }
  const phases = new Map<number, Phase>();
  const declared = await db<LogRow>('interest_log')
    .where('type', 'phase')
    .andWhere('at', '<=', at.getTime())
    .orderBy(['at', 'seq']);
  for (const row of declared) {
    const entry = toLogEntry(row);
    if (entry.type === 'phase') {
      phases.set(Number(row.target_id), entry.phase);
    }
  }
  return { owners, phases };
}

/** The targets that a team ever recorded interest in, and the Pilots these counted for. */
export async function targetsOfTeam(
  db: Knex,
  team: string,
): Promise<ReadonlySet<number>> {
  const own = await db('interest').where({ team }).distinct('target_id as id');
  const ids = own.map(({ id }) => Number(id));
  const pilots = await db('target').where('kind', 'pilot').select('id');
  return new Set([...ids, ...pilots.map(({ id }) => Number(id))]);
}
