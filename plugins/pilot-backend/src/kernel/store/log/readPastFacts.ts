import { Phase } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { giveWay } from '../../cost/giveWay';
import { readable } from '../readable';
import { linesOfTargets } from './readLines';
import { LogRow, toLogEntry } from './logRows';

/** Lines, each with the target that it is of. */
const linesOf = (db: Knex, rows: readonly LogRow[]) =>
  readable(db, 'interest_log', rows, row => ({
    id: Number(row.target_id),
    entry: toLogEntry(row),
  }));

/** Facts of targets at a past instant that differ from now, by the log. */
export interface PastFacts {
  /** Of the targets whose owner changed afterwards. */
  readonly owners: ReadonlyMap<number, string | null>;
  /** The phases that were declared or decided, and held then. */
  readonly phases: ReadonlyMap<number, Phase>;
}

/** Owners and phases at a past instant; the first owner seen also held before. */
export async function pastFacts(db: Knex, at: Date): Promise<PastFacts> {
  const owners = new Map<number, string | null>();
  const later = await db<LogRow>('interest_log')
    .where('type', 'owner')
    .andWhere('at', '>', at.getTime())
    .distinct('target_id');
  const ids = later.map(row => Number(row.target_id));
  for (let i = 0; i < ids.length; i += 500) {
    await giveWay();
    const some = ids.slice(i, i + 500);
    const rows: LogRow[] = await linesOfTargets(db, some, ['owner']).orderBy([
      'target_id',
      'at',
      'seq',
    ]);
    for (const { id, entry } of linesOf(db, rows)) {
      if (entry.type === 'owner' && (!owners.has(id) || entry.at <= at)) {
        owners.set(id, entry.owner);
      }
    }
  }
  await giveWay();
  const phases = new Map<number, Phase>();
  const declared = await db<LogRow>('interest_log')
    .where('type', 'phase')
    .andWhere('at', '<=', at.getTime())
    .orderBy(['at', 'seq']);
  for (const { id, entry } of linesOf(db, declared)) {
    if (entry.type === 'phase' && entry.derived) {
      phases.delete(id);
    } else if (entry.type === 'phase') {
      phases.set(id, entry.phase);
    }
  }
  return { owners, phases };
}

/** Reads the parts of Pilots; the first ones seen also held before. */
export async function partsAt(
  db: Knex,
  pilotIds: readonly number[],
  at: Date,
): Promise<Map<number, readonly string[]>> {
  const parts = new Map<number, readonly string[]>();
  for (let i = 0; i < pilotIds.length; i += 500) {
    await giveWay();
    const some = pilotIds.slice(i, i + 500);
    const rows: LogRow[] = await linesOfTargets(db, some, [
      'implementedBy',
    ]).orderBy(['at', 'seq']);
    for (const { id, entry } of linesOf(db, rows)) {
      if (
        entry.type === 'implementedBy' &&
        (!parts.has(id) || entry.at <= at)
      ) {
        parts.set(id, entry.parts);
      }
    }
  }
  return parts;
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
