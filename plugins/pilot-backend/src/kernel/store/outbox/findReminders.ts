import { Knex } from 'knex';
import { latestPresent } from '../../clock/isFuture';
import { readable } from '../readable';
import {
  InterestRow,
  StoredInterest,
  toInterest,
} from '../interests/interestRows';

/** Interests that stand and that were last confirmed before a time. */
function due(db: Knex, before: Date): Knex.QueryBuilder {
  return db('interest')
    .where('confirmed_at', '<=', before.getTime())
    .where({ withdrawn: false })
    .whereIn('status', ['open', 'acknowledged', 'planned']);
}

/** Finds the interests that a person is asked to confirm, longest due first. */
export async function dueOf(
  db: Knex,
  author: string,
  before: Date,
): Promise<Array<{ interest: StoredInterest; targetId: number }>> {
  const rows: InterestRow[] = await due(db, before)
    .where({ author })
    .orderBy(['confirmed_at', 'id']);
  return readable(db, 'interest', rows, row => ({
    interest: toInterest(row),
    targetId: Number(row.target_id),
  }));
}

/** A page of authors who were not yet asked about something that is due. */
export async function authorsToAsk(
  db: Knex,
  when: { readonly before: Date; readonly now: Date },
  page: { readonly after: string; readonly limit: number },
): Promise<string[]> {
  const rows = await unasked(db, when)
    .where('author', '>', page.after)
    .distinct('author')
    .orderBy('author')
    .limit(page.limit);
  return rows.map(({ author }: { author: string }) => author);
}

/** Notes that an author is asked about all that is due; answers how much of it is new. */
export async function markAsked(
  tx: Knex.Transaction,
  author: string,
  when: { readonly before: Date; readonly now: Date },
): Promise<number> {
  return unasked(tx, when)
    .where({ author })
    .update({ reminded_at: when.now.getTime() });
}

/** Finds due interests not asked about since, at a time that can be. */
function unasked(
  db: Knex,
  { before, now }: { readonly before: Date; readonly now: Date },
): Knex.QueryBuilder {
  return due(db, before).andWhere(asked =>
    asked
      .whereNull('reminded_at')
      .orWhere('reminded_at', '<', db.ref('confirmed_at'))
      .orWhere('reminded_at', '>', latestPresent(now).getTime()),
  );
}
