import { Knex } from 'knex';
import { StoredTarget } from '../targets/targetRows';
import { InterestRow } from './interestRows';

/** Counts the counted interests in a target that nobody answered yet. */
export async function countOpen(
  db: Knex,
  { id, owner }: StoredTarget,
): Promise<number> {
  const query = db<InterestRow>('interest')
    .where({ target_id: id, status: 'open', withdrawn: false })
    .count({ open: '*' });
  if (owner) {
    query.whereNot('team', owner).whereNot('author', owner);
  }
  const [{ open }] = (await query) as Array<{ open: number | string }>;
  return Number(open);
}
