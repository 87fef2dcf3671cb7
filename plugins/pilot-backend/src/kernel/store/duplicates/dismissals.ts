import { Knex } from 'knex';
import { timeOf } from '../columns';
import { readable } from '../readable';

interface DismissalRow {
  id: string;
  key: string;
  standing: string | null;
  reason: string;
  by: string;
  at: number | string;
  revoked_by: string | null;
  revoked_at: number | string | null;
}

/** Decision of somebody that a fragmentation warning is none. */
export interface Dismissal {
  readonly id: string;
  /** Of the group. */
  readonly key: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
  readonly isRevoked: boolean;
}

/** Lists the dismissals that stand. */
export async function standingDismissals(db: Knex): Promise<Dismissal[]> {
  const rows = await db<DismissalRow>('dismissal')
    .whereNotNull('standing')
    .orderBy(['at', 'id']);
  return readable(db, 'dismissal', rows, toDismissal);
}

/** One dismissal, also one that was taken back. */
export async function findDismissal(
  db: Knex,
  id: string,
): Promise<Dismissal | undefined> {
  const row = await db<DismissalRow>('dismissal').where({ id }).first();
  return row && toDismissal(row);
}

/**
 * Dismisses a group, unless it stands dismissed already.
 *
 * @returns the id of the dismissal that stands
 */
export async function saveDismissal(
  tx: Knex.Transaction,
  { id, key, reason, by, at }: Omit<Dismissal, 'isRevoked'>,
): Promise<string> {
  await tx<DismissalRow>('dismissal')
    .insert({ id, key, standing: key, reason, by, at: at.getTime() })
    .onConflict('standing')
    .ignore();
  const row = await tx<DismissalRow>('dismissal')
    .where({ standing: key })
    .first('id');
  return row!.id;
}

/** Takes a dismissal back; its row stays and tells who did, the first time. */
export async function revokeDismissal(
  db: Knex,
  id: string,
  by: string,
  at: Date,
): Promise<void> {
  await db<DismissalRow>('dismissal')
    .where({ id })
    .whereNotNull('standing')
    .update({ standing: null, revoked_by: by, revoked_at: at.getTime() });
}

function toDismissal(row: DismissalRow): Dismissal {
  return {
    id: row.id,
    key: row.key,
    reason: row.reason,
    by: row.by,
    at: timeOf(row.at, 'at'),
    isRevoked: row.revoked_at !== null,
  };
}
