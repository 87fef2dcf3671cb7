import { Knex } from 'knex';
import { targetById } from '../store/operations/findTargets';
import { dueOf } from '../store/operations/reminders';
import { PresentInterest } from './messages/MessageFacts';

/** What a person is asked to confirm, longest due first. */
export async function dueInterests(
  knex: Knex,
  author: string,
  before: Date,
): Promise<PresentInterest[]> {
  const due = await dueOf(knex, author, before);
  const result: PresentInterest[] = [];
  for (const { interest, targetId } of due) {
    result.push({ interest, target: await targetById(knex, targetId) });
  }
  return result;
}
