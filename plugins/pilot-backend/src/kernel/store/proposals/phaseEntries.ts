import { Knex } from 'knex';
import { readable } from '../readable';
import { DeclaredPhase } from './proposalRows';
import { LogRow, toLogEntry } from '../log/logRows';

/** True where the phase of a target was ever declared, adopted or decided. */
export async function hasPhaseEntry(
  db: Knex,
  targetId: number,
): Promise<boolean> {
  const entry = await db('interest_log')
    .where({ target_id: targetId, type: 'phase' })
    .first('seq');
  return entry !== undefined;
}

/** The declared phase of a target that was taken over, if one was. */
export async function declaredPhase(
  db: Knex,
  targetId: number,
): Promise<DeclaredPhase | undefined> {
  const rows = await db<LogRow>('interest_log')
    .where({ target_id: targetId, type: 'phase' })
    .orderBy(['at', 'seq']);
  for (const entry of readable(db, 'interest_log', rows, toLogEntry)) {
    if (entry.type === 'phase' && entry.proposal === undefined) {
      const { phase, at, seq, actor } = entry;
      return { id: `declared-${seq}`, phase, at, actor };
    }
  }
  return undefined;
}

/** Returns when demand last began to derive the phase of a target again. */
export async function reopenedAt(
  db: Knex,
  targetId: number,
): Promise<Date | undefined> {
  const rows = await db<LogRow>('interest_log')
    .where({ target_id: targetId, type: 'phase' })
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'seq', order: 'desc' },
    ])
    .limit(1);
  const [entry] = readable(db, 'interest_log', rows, toLogEntry);
  return entry?.type === 'phase' && entry.derived ? entry.at : undefined;
}
