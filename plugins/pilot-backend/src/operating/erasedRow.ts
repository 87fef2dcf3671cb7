import { Place } from './places';
import { Pseudonyms } from './Pseudonyms';

export type Row = Record<string, any>;

/**
 * A row without the refs of a person and without what they wrote there.
 *
 * @returns the columns that change; nothing where none does
 */
export function erasedRow(
  { refs, texts = [], json = [], fields = [] }: Place,
  row: Row,
  person: Pseudonyms,
): Row | undefined {
  const next: Row = {};
  let isTheirs = false;
  for (const [column, emptied] of Object.entries(refs)) {
    if (!person.has(row[column])) {
      continue;
    }
    isTheirs = true;
    next[column] = person.inText(row[column]);
    for (const [text, empty] of Object.entries(emptied)) {
      if (typeof row[text] === 'string') {
        next[text] = empty(row[text]);
      }
    }
  }
  for (const column of texts) {
    const text = column in next ? next[column] : row[column];
    if (typeof text === 'string') {
      next[column] = person.inText(text);
    }
  }
  for (const column of json) {
    if (typeof row[column] === 'string') {
      next[column] = inJsonText(row[column], isTheirs ? fields : [], person);
    }
  }
  const changed = Object.entries(next).filter(
    ([column, value]) => value !== row[column],
  );
  return changed.length > 0 ? Object.fromEntries(changed) : undefined;
}

/** Erases a person from JSON, or from a text that cannot be read as such. */
function inJsonText(
  text: string,
  theirs: readonly string[],
  person: Pseudonyms,
): string {
  let read: any;
  try {
    read = JSON.parse(text);
  } catch {
    return person.inText(text);
  }
  const next = person.inJson(read);
  for (const field of theirs) {
    if (typeof next?.[field] === 'string') {
      next[field] = null;
    }
  }
  return JSON.stringify(next) === JSON.stringify(read)
    ? text
    : JSON.stringify(next);
}
