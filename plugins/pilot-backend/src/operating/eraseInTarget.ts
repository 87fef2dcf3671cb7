import { Knex } from 'knex';
import { scopeOf } from '../kernel/announce/Message';
import { inTransaction } from '../kernel/store/dialect';
import { lockTargets } from '../kernel/store/targets/lockTargets';
import { erasedLog, notesOf } from './erasedLog';
import { erasedRow, Row } from './erasedRow';
import { readJson, readLines } from './logLines';
import { Place, placeOfTarget, placesOfTargets } from './places';
import { Pseudonyms } from './Pseudonyms';
import { FoundTarget } from './targetsWith';
import { LogRow } from '../kernel/store/log/logRows';

/** Person to erase at a place, and whether to count only. */
export interface ErasureStep {
  readonly person: Pseudonyms;
  readonly count: (table: string, rows: number) => void;
  readonly write: boolean;
}

/** Erases a person in one target, in one transaction. */
export async function eraseInTarget(
  knex: Knex,
  target: FoundTarget,
  erasing: ErasureStep,
): Promise<void> {
  if (!erasing.write) {
    await eraseLocked(knex, target, erasing);
    return;
  }
  const counts = await inTransaction(knex, async tx => {
    const counted: Array<[string, number]> = [];
    await lockTargets(tx, [target.ref]);
    await eraseLocked(tx, target, {
      ...erasing,
      count: (table, rows) => counted.push([table, rows]),
    });
    return counted;
  });
  counts.forEach(([table, rows]) => erasing.count(table, rows));
}

async function eraseLocked(
  db: Knex,
  { id }: FoundTarget,
  erasing: ErasureStep,
): Promise<void> {
  const { person } = erasing;
  const lines = readLines(
    await db<LogRow>('interest_log').where('target_id', id).orderBy('seq'),
  );
  const own = new Set<string>(
    (await db('interest').where('target_id', id).whereIn('author', person.refs))
      .map(row => row.id)
      .concat(
        lines.flatMap(({ payload }) =>
          person.has(payload?.state?.author) ? payload!.state.id : [],
        ),
      ),
  );
  // What they noted waits to be sent, and is known by its words alone.
  await eraseNotes(db, id, notesOf(lines, person), erasing);
  const log = erasedLog(lines, own, person);
  if (erasing.write) {
    for (const { seq, actor, payload } of log) {
      await db('interest_log').where({ seq }).update({ actor, payload });
    }
  }
  erasing.count('interest_log', log.length);
  for (const place of placesOfTargets) {
    const rows = await db(place.table).where('target_id', id);
    await eraseRows(db, place, rows, erasing);
  }
  await eraseRows(db, placeOfTarget, await db('target').where({ id }), erasing);
}

async function eraseNotes(
  db: Knex,
  targetId: number,
  notes: ReadonlySet<string>,
  { write, count }: ErasureStep,
): Promise<void> {
  if (notes.size === 0) {
    return;
  }
  const rows = await db('outbox').where({
    topic: 'status',
    scope: scopeOf(targetId),
  });
  let changed = 0;
  for (const { id, payload } of rows) {
    const says = readJson(payload);
    const theirs = ['note', 'wasNote'].filter(key => notes.has(says?.[key]));
    if (theirs.length > 0) {
      const next = {
        ...says,
        ...Object.fromEntries(theirs.map(key => [key, null])),
      };
      changed += 1;
      if (write) {
        await db('outbox')
          .where({ id })
          .update({ payload: JSON.stringify(next) });
      }
    }
  }
  count('outbox', changed);
}

/** Erases a person in rows of one place. */
export async function eraseRows(
  db: Knex,
  place: Place,
  rows: readonly Row[],
  { person, count, write }: ErasureStep,
): Promise<void> {
  let changed = 0;
  for (const row of rows) {
    const next = erasedRow(place, row, person);
    if (next) {
      changed += 1;
      if (write) {
        const key = Object.fromEntries(
          place.key.map(name => [name, row[name]]),
        );
        await db(place.table).where(key).update(next);
      }
    }
  }
  count(place.table, changed);
}
