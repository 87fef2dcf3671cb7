import { removedText } from '@pilot-to-platform/plugin-pilot-common';
import { interestOf, Payload, ReadLine, readJson } from './logLines';
import { Pseudonyms } from './Pseudonyms';
import { withoutDetails } from './withoutDetails';
import { withoutOrders } from './withoutOrders';
import { LogRow } from '../kernel/store/log/logRows';

/** Finds what a person wrote to authors of interests in a target. */
export function notesOf(
  lines: readonly ReadLine[],
  person: Pseudonyms,
): Set<string> {
  const notes = lines.flatMap(({ row, payload }) => [
    person.has(row.actor) ? payload?.change?.statusNote : undefined,
    person.has(payload?.state?.statusBy)
      ? payload?.state.statusNote
      : undefined,
  ]);
  return new Set(notes.filter(note => typeof note === 'string'));
}

/**
 * The log of one target without the refs of a person and without what they wrote.
 * What was described stays described, and every line keeps its time and its place:
 * it leads to the same scores.
 *
 * @param own - the ids of their interests
 * @returns the lines that are others now
 */
export function erasedLog(
  lines: readonly ReadLine[],
  own: ReadonlySet<string>,
  person: Pseudonyms,
): LogRow[] {
  const emptied = lines.map((line): ReadLine => {
    const { row, payload } = line;
    if (!payload) {
      return line;
    }
    const isOwn = own.has(interestOf(line) ?? '');
    return {
      row,
      payload: withoutWords(
        isOwn ? withoutWishes(payload) : payload,
        row,
        person,
      ),
    };
  });
  const isTouched = (line: ReadLine) =>
    own.has(interestOf(line) ?? '') || person.has(line.row.actor);
  return withoutOrders(emptied, isTouched).flatMap(({ row, payload }) => {
    const next = {
      ...row,
      actor: person.inText(row.actor),
      payload: payload
        ? JSON.stringify(person.inJson(payload))
        : person.inText(row.payload),
    };
    return next.actor === row.actor && isSame(next.payload, row.payload)
      ? []
      : [next];
  });
}

/** Returns whether both are the same JSON, however it is spelt. */
function isSame(next: string, before: string): boolean {
  if (next === before) {
    return true;
  }
  const read = readJson(before);
  return read !== undefined && JSON.stringify(read) === next;
}

/** Without what the author of an interest wrote. */
function withoutWishes(payload: Payload): Payload {
  const result = { ...payload };
  for (const part of ['state', 'change', 'also']) {
    if (payload[part]) {
      result[part] = withoutDetails(payload[part]);
    }
  }
  return result;
}

/** Without what somebody wrote about what others asked for or proposed. */
function withoutWords(
  payload: Payload,
  { actor, type }: LogRow,
  person: Pseudonyms,
): Payload {
  const result = { ...payload };
  const isTheirs = person.has(actor);
  if (person.has(payload.state?.statusBy)) {
    result.state = { ...result.state, statusNote: null };
  }
  // Earlier versions repeated there what the owner had written; nobody reads it.
  const isRepeated = type === 'withdrawn' || type === 'reopened';
  if (result.change && 'statusNote' in result.change) {
    if (isTheirs || isRepeated) {
      result.change = { ...result.change, statusNote: null };
    }
  }
  if (isTheirs && typeof payload.reason === 'string') {
    result.reason = removedText;
  }
  if (isTheirs && typeof payload.note === 'string') {
    result.note = null;
  }
  return result;
}
