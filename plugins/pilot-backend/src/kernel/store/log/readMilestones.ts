import { DemandMarker } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { readable } from '../readable';
import { partsOfPilots } from '../targets/findTargets';
import { linesOfTargets } from './readLines';
import { LogRow, toLogEntry } from './logRows';

/** Events in the logs of a target and its parts that a history marks. */
export interface Milestones {
  /** Time when the first interest was recorded. */
  readonly since?: Date;
  /** Each with the entity that it happened to. */
  readonly markers: ReadonlyArray<DemandMarker & { readonly source: string }>;
}

/**
 * Phases, adoptions and merges of a target, in the order of time; of a Pilot also the
 * adoptions in what implements it now and counts for it.
 */
export async function milestones(
  db: Knex,
  targetId: number,
): Promise<Milestones> {
  const parts = await partsOfPilots(db, [targetId]);
  const ids = [targetId, ...parts.map(({ part }) => part.id)];
  const first = await linesOfTargets(db, ids, ['recorded'])
    .min('at as at')
    .first();
  const marking = ['phase', 'status', 'mergedFrom'];
  const rows: Array<LogRow & { ref: string }> = await linesOfTargets(
    db,
    ids,
    marking,
  )
    .join('target', 'target.id', 'interest_log.target_id')
    .orderBy(['interest_log.at', 'interest_log.seq'])
    .select('interest_log.*', 'target.ref as ref');
  const markers: Array<DemandMarker & { source: string }> = [];
  const lines = readable(db, 'interest_log', rows, row => ({
    row,
    entry: toLogEntry(row),
  }));
  const teams = await teamsOf(
    db,
    lines.flatMap(({ entry }) => (entry.type === 'status' ? entry.id : [])),
  );
  for (const { row, entry } of lines) {
    const at = entry.at.toISOString();
    const isOwn = Number(row.target_id) === targetId;
    if (entry.type === 'phase' && isOwn) {
      const { phase, proposal } = entry;
      markers.push({
        type: 'phase',
        at,
        phase,
        // Lines that were written before there were decisions say neither.
        ...(proposal ? { decided: true } : { declared: true }),
        source: row.ref,
      });
    } else if (entry.type === 'mergedFrom' && isOwn) {
      const { target } = entry;
      markers.push({ type: 'merge', at, target, source: target });
    } else if (entry.type === 'status' && entry.change.status === 'adopted') {
      const team = teams.get(entry.id);
      if (team) {
        markers.push({ type: 'adoption', at, team, source: row.ref });
      }
    }
  }
  return {
    since: first?.at ? new Date(Number(first.at)) : undefined,
    markers,
  };
}

async function teamsOf(
  db: Knex,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const result = new Map<string, string>();
  const unique = [...new Set(ids)];
  for (let i = 0; i < unique.length; i += 500) {
    const found = await db('interest')
      .whereIn('id', unique.slice(i, i + 500))
      .select('id', 'team');
    for (const { id, team } of found) {
      result.set(id, team);
    }
  }
  return result;
}
