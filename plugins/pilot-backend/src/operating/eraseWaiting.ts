import { Knex } from 'knex';
import { signOf } from '../kernel/store/waiting/waitingLines';
import { readJson } from './logLines';
import { Pseudonyms } from './Pseudonyms';

/**
 * Erases a person in imported lines that wait. Their own are forgotten: they never
 * counted, and what they wait for would be refused.
 *
 * @returns how many rows changed
 */
export async function eraseWaiting(
  db: Knex,
  person: Pseudonyms,
  write: boolean,
): Promise<number> {
  let changed = 0;
  for (let after = 0; ; ) {
    const rows: Array<{ id: number | string; line: string }> = await db(
      'waiting_line',
    )
      .where('id', '>', after)
      .orderBy('id')
      .limit(500)
      .select('id', 'line');
    if (rows.length === 0) {
      return changed;
    }
    after = Number(rows.at(-1)!.id);
    for (const { id, line } of rows) {
      const next = withoutPerson(line, person);
      if (next === line) {
        continue;
      }
      changed += 1;
      if (!write) {
        continue;
      }
      const sign = next && signOf(JSON.parse(next));
      const twin =
        sign && (await db('waiting_line').where({ sign }).first('id'));
      const own = db('waiting_line').where({ id });
      await (next && !twin ? own.update({ line: next, sign }) : own.delete());
    }
  }
}

/** Returns what stays of a line: nothing if it is about what they asked for. */
function withoutPerson(line: string, person: Pseudonyms): string | undefined {
  const read = readJson(line);
  if (!read) {
    return person.inText(line) === line ? line : undefined;
  }
  if (person.has(read.author)) {
    return undefined;
  }
  const said = person.has(read.by) ? { ...read, note: null } : read;
  const next = JSON.stringify(person.inJson(said));
  return next === JSON.stringify(read) ? line : next;
}
