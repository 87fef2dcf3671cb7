import { Knex } from 'knex';
import { inTransaction } from '../kernel/store/dialect';
import { ErasureStep, eraseRows } from './eraseInTarget';
import { eraseWaiting } from './eraseWaiting';
import { forgottenRows, otherPlaces } from './places';
import { whereStands } from './targetsWith';

/** Erases a person where they stand beside targets, in one transaction. */
export async function eraseOutsideTargets(
  knex: Knex,
  erasing: ErasureStep,
): Promise<void> {
  if (!erasing.write) {
    await eraseThere(knex, erasing);
    return;
  }
  const counts = await inTransaction(knex, async tx => {
    const counted: Array<[string, number]> = [];
    await eraseThere(tx, {
      ...erasing,
      count: (table, rows) => counted.push([table, rows]),
    });
    return counted;
  });
  counts.forEach(([table, rows]) => erasing.count(table, rows));
}

async function eraseThere(db: Knex, erasing: ErasureStep): Promise<void> {
  const { person, count, write } = erasing;
  for (const { table, ref } of forgottenRows) {
    const rows = await db(table).whereIn(ref, person.refs).select(ref);
    if (write) {
      await db(table).whereIn(ref, person.refs).delete();
    }
    count(table, rows.length);
  }
  for (const place of otherPlaces) {
    const rows = await whereStands(db(place.table), place, person);
    await eraseRows(db, place, rows, erasing);
  }
  count('waiting_line', await eraseWaiting(db, person, write));
}
