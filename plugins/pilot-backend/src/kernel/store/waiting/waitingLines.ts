import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { insertAll } from '../dialect';
import { objectOf } from '../columns';
import { readable } from '../readable';
import { UnreadableRowError } from '../UnreadableRowError';
import {
  InterestLine,
  interestLineSchema,
  StatusLine,
  statusLineSchema,
} from '@pilot-to-platform/plugin-pilot-common';

/** A line about one interest, its team known or not. */
export type WaitingLine = InterestLine | StatusLine;

interface WaitingRow {
  id: number | string;
  target: string;
  sign: string;
  at: number | string;
  line: string;
}

/** A line that was kept, and its number. */
export interface StoredWaitingLine {
  readonly id: number;
  readonly line: WaitingLine;
}

/** A line of a newer version, with fields of its own, waits for that version. */
function toWaiting(row: WaitingRow): StoredWaitingLine {
  const line = objectOf(row.line, 'line');
  const schema = line.type === 'status' ? statusLineSchema : interestLineSchema;
  const { error } = schema.safeParse(line);
  if (error) {
    const [{ path }] = error.issues;
    throw new UnreadableRowError(['line', ...path].join('.'), 'is not known');
  }
  return { id: Number(row.id), line: line as WaitingLine };
}

/** The lines that wait in some targets. */
export async function waitingIn(
  db: Knex,
  targets: readonly string[],
): Promise<StoredWaitingLine[]> {
  const found: StoredWaitingLine[] = [];
  for (let i = 0; i < targets.length; i += 500) {
    const rows: WaitingRow[] = await db('waiting_line')
      .whereIn('target', targets.slice(i, i + 500))
      .orderBy('id');
    found.push(...readable(db, 'waiting_line', rows, toWaiting));
  }
  return found;
}

/** A page of the targets that lines wait in, in order. */
export async function pageWaitingTargets(
  db: Knex,
  page: { readonly after: string; readonly limit: number },
): Promise<string[]> {
  const rows: WaitingRow[] = await db('waiting_line')
    .where('target', '>', page.after)
    .distinct('target')
    .orderBy('target')
    .limit(page.limit);
  return rows.map(({ target }) => target);
}

/**
 * Keeps lines that wait; those that are kept already stay as they are.
 *
 * @returns for each line, in order, whether it is new
 */
export async function saveWaiting(
  tx: Knex.Transaction,
  lines: readonly WaitingLine[],
): Promise<boolean[]> {
  const signs = lines.map(signOf);
  const known = new Set<string>();
  for (let i = 0; i < signs.length; i += 500) {
    const rows: WaitingRow[] = await tx('waiting_line')
      .whereIn('sign', signs.slice(i, i + 500))
      .select('sign');
    rows.forEach(({ sign }) => known.add(sign));
  }
  const fresh = signs.map(sign => !known.has(sign) && Boolean(known.add(sign)));
  const rows = lines.flatMap((line, index) =>
    fresh[index] ? [toRow(line, signs[index])] : [],
  );
  await insertAll(tx, 'waiting_line', rows);
  return fresh;
}

/** Forgets lines that were taken. */
export async function forgetWaiting(
  tx: Knex.Transaction,
  ids: readonly number[],
): Promise<void> {
  for (let i = 0; i < ids.length; i += 500) {
    await tx('waiting_line')
      .whereIn('id', ids.slice(i, i + 500))
      .delete();
  }
}

function toRow(line: WaitingLine, sign: string): Omit<WaitingRow, 'id'> {
  return {
    target: line.target,
    sign,
    // The last, so that one that says a time to come is found.
    at: Math.max(...timesOf(line)),
    line: JSON.stringify(line),
  };
}

/** The instants that a line says, in milliseconds. */
export function timesOf(line: WaitingLine): number[] {
  const times =
    line.type === 'interest'
      ? [line.createdAt, line.confirmedAt ?? line.createdAt]
      : [line.at];
  return times.map(time => Date.parse(time));
}

/** Lines that say the same, however they spell it, have the same sign. */
export function signOf(line: WaitingLine): string {
  const rest = Object.entries(line)
    .filter(([key]) => !['createdAt', 'confirmedAt', 'at'].includes(key))
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([timesOf(line), rest]))
    .digest('hex');
}
