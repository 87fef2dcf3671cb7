import { UnreadableRowError } from './UnreadableRowError';

/** The latest instant that a `Date` can hold. */
const lastTime = 8.64e15;

/** A column that holds one of some words. */
export function wordOf<Word extends string>(
  words: readonly Word[],
  value: unknown,
  column: string,
): Word {
  if (!words.includes(value as Word)) {
    throw new UnreadableRowError(column, 'holds a word that is not known');
  }
  return value as Word;
}

/** The same of a column that may be empty. */
export function wordOrNull<Word extends string>(
  words: readonly Word[],
  value: unknown,
  column: string,
): Word | null {
  return value === null ? null : wordOf(words, value, column);
}

/** A column that holds an instant; PostgreSQL hands out bigints as strings. */
export function timeOf(value: unknown, column: string): Date {
  const time = value === null || value === '' ? NaN : Number(value);
  if (!(Math.abs(time) <= lastTime)) {
    throw new UnreadableRowError(column, 'holds no time');
  }
  return new Date(time);
}

/** The same of a column that may be empty. */
export function timeOrNull(value: unknown, column: string): Date | null {
  return value === null ? null : timeOf(value, column);
}

/** A column that holds a number. */
export function numberOf(value: unknown, column: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new UnreadableRowError(column, 'holds no number');
  }
  return value;
}

/** A column that holds a JSON object. */
export function objectOf(value: unknown, column: string): Record<string, any> {
  return recordOf(jsonOf(value, column), column);
}

/** A field of JSON that has to be an object. */
export function recordOf(json: unknown, column: string): Record<string, any> {
  if (json === null || typeof json !== 'object' || Array.isArray(json)) {
    throw new UnreadableRowError(column, 'holds no JSON object');
  }
  return json as Record<string, any>;
}

/** A column that holds a JSON array of which each element is as it should be. */
export function arrayOf<T>(
  value: unknown,
  column: string,
  isElement: (element: any) => element is T,
): T[] {
  const json = jsonOf(value, column);
  if (!Array.isArray(json) || !json.every(isElement)) {
    throw new UnreadableRowError(column, 'holds no JSON array of its kind');
  }
  return json;
}

export const isText = (value: unknown): value is string =>
  typeof value === 'string';

/** A field of JSON that has to be a text. */
export function textOf(value: unknown, column: string): string {
  if (typeof value !== 'string') {
    throw new UnreadableRowError(column, 'is not a text');
  }
  return value;
}

function jsonOf(value: unknown, column: string): unknown {
  try {
    return JSON.parse(String(value));
  } catch {
    throw new UnreadableRowError(column, 'holds no JSON');
  }
}
