import { Knex } from 'knex';
import { targetsByIds } from '../kernel/store/targets/findTargets';
import { dueOf } from '../kernel/store/outbox/findReminders';
import { StoredTarget } from '../kernel/store/targets/targetRows';
import { StoredInterest } from '../kernel/store/interests/interestRows';

/** Lists the interests that a person is asked to confirm, longest due first. */
export async function dueInterests(
  knex: Knex,
  author: string,
  before: Date,
): Promise<Array<{ interest: StoredInterest; target: StoredTarget }>> {
  const due = await dueOf(knex, author, before);
  const ids = new Set(due.map(({ targetId }) => targetId));
  const targets = new Map(
    (await targetsByIds(knex, [...ids])).map(target => [target.id, target]),
  );
  return due.flatMap(({ interest, targetId }) => {
    const target = targets.get(targetId);
    return target ? [{ interest, target }] : [];
  });
}
