import { Knex } from 'knex';
import { UnreadableRowError } from '../UnreadableRowError';
import { findTarget } from '../targets/findTargets';
import { formerTargets } from '../log/findFormerTargets';
import { survivorOf } from './mergedTargets';
import { InterestRow } from '../interests/interestRows';

/**
 * The ids of an author's interests that were recorded for a target which was
 * merged into another one since. None where it was not.
 */
export async function askedUnder(
  db: Knex,
  ref: string,
  author: string,
): Promise<string[]> {
  try {
    const former = await findTarget(db, ref);
    if (!former || former.mergedInto === null) {
      return [];
    }
    const { id: target_id } = await survivorOf(db, former);
    const rows = await db<InterestRow>('interest')
      .where({ target_id, author })
      .select('id');
    const ids = rows.map(({ id }) => id);
    const asked = await formerTargets(db, ids, [target_id]);
    // What it passed through on its way, its author never knew.
    return ids.filter(id => asked.get(id)?.[0] === ref);
  } catch (error) {
    if (error instanceof UnreadableRowError) {
      return [];
    }
    throw error;
  }
}
