import { ExchangeLine } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import {
  exportedInterests,
  exportedStatuses,
} from '../kernel/store/export/exportLines';

/**
 * All interest as JSON lines, oldest first, a page at a time, so that the size
 * of the table does not matter. An interest comes before what became of it.
 */
export async function* exportLines(knex: Knex): AsyncGenerator<string> {
  const interests = exportedInterests(knex)[Symbol.asyncIterator]();
  const statuses = exportedStatuses(knex)[Symbol.asyncIterator]();
  let interest = await interests.next();
  let status = await statuses.next();
  while (!interest.done || !status.done) {
    const interestFirst =
      !interest.done &&
      (status.done || interest.value.createdAt <= status.value.at);
    const line: ExchangeLine = interestFirst ? interest.value! : status.value!;
    yield `${JSON.stringify(line)}\n`;
    if (interestFirst) {
      interest = await interests.next();
    } else {
      status = await statuses.next();
    }
  }
}
