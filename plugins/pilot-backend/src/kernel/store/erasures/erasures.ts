import { Knex } from 'knex';
import { createHmac, randomUUID } from 'node:crypto';
import { sharedKey } from '../secrets/sharedKey';

interface ErasureRow {
  id: string;
  pseudonym: string;
  person: string;
  open_for: string | null;
  by: string;
  begun_at: number | string;
  finished_at: number | string | null;
}

/** The trace of somebody who is, or is being, erased. */
export interface Erasure {
  readonly id: string;
  readonly pseudonym: string;
  readonly isFinished: boolean;
}

const toErasure = (row: ErasureRow): Erasure => ({
  id: row.id,
  pseudonym: row.pseudonym,
  isFinished: row.finished_at !== null,
});

/** Digests of refs that say nothing without the key, which is kept beside them. */
async function digestsOf(
  db: Knex,
  refs: readonly string[],
): Promise<Map<string, string>> {
  const key = await sharedKey(db, 'erasure');
  return new Map(
    refs.map(ref => [createHmac('sha256', key).update(ref).digest('hex'), ref]),
  );
}

/** The last erasure of a person, finished or not. */
export async function lastErasure(
  db: Knex,
  ref: string,
): Promise<Erasure | undefined> {
  const [person] = (await digestsOf(db, [ref])).keys();
  const row = await db<ErasureRow>('erasure')
    .where({ person })
    .orderBy([{ column: 'begun_at', order: 'desc' }, 'id'])
    .first();
  return row && toErasure(row);
}

/** Begins an erasure, or goes on with one that was not finished. */
export async function beginErasure(
  db: Knex,
  ref: string,
  begun: { readonly pseudonym: string; readonly by: string; readonly at: Date },
): Promise<Erasure> {
  const [person] = (await digestsOf(db, [ref])).keys();
  const row: ErasureRow = {
    id: randomUUID(),
    pseudonym: begun.pseudonym,
    person,
    open_for: person,
    by: begun.by,
    begun_at: begun.at.getTime(),
    finished_at: null,
  };
  await db<ErasureRow>('erasure').insert(row).onConflict('open_for').ignore();
  const open = await db<ErasureRow>('erasure')
    .where({ open_for: person })
    .first();
  // Whoever else was at it has just finished.
  return toErasure(open ?? (await finished(db, person)));
}

async function finished(db: Knex, person: string): Promise<ErasureRow> {
  const row = await db<ErasureRow>('erasure')
    .where({ person })
    .orderBy('begun_at', 'desc')
    .first();
  return row!;
}

/** Notes that nothing of a person is left. */
export async function finishErasure(
  db: Knex,
  id: string,
  at: Date,
): Promise<void> {
  await db<ErasureRow>('erasure')
    .where({ id })
    .whereNull('finished_at')
    .update({ open_for: null, finished_at: at.getTime() });
}

/** Those of the refs that were erased, or are being erased. */
export async function erasedAmong(
  db: Knex,
  refs: readonly string[],
): Promise<ReadonlySet<string>> {
  const digests = await digestsOf(db, [...new Set(refs)]);
  const all = [...digests.keys()];
  const found = new Set<string>();
  for (let i = 0; i < all.length; i += 500) {
    const rows = await db<ErasureRow>('erasure')
      .whereIn('person', all.slice(i, i + 500))
      .select('person');
    rows.forEach(({ person }) => found.add(digests.get(person)!));
  }
  return found;
}
