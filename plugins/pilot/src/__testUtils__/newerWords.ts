import {
  demandLevels,
  demandPartKeys,
  demandTrends,
  dimensions,
  interestStatuses,
  otherwises,
  phases,
  phaseTransitions,
  recommendations,
  urgencies,
  verdicts,
} from '@pilot-to-platform/plugin-pilot-common';

/** A word that only a newer backend knows. */
export const newerWord = 'ofNextVersion';

const words: ReadonlySet<unknown> = new Set([
  ...demandLevels,
  ...demandPartKeys,
  ...demandTrends,
  ...dimensions,
  ...interestStatuses,
  ...otherwises,
  ...phases,
  ...phaseTransitions,
  ...recommendations,
  ...urgencies,
  ...verdicts,
]);

/** Words of a few answers alone. */
const fields = new Set(['code', 'lapsed', 'phaseFrom', 'state']);
const types = new Set(['phase', 'policy', 'approved', 'rejected', 'declared']);

/** Lists of things of which the word says what else they hold. */
const lists = new Set(['left', 'reasons', 'markers']);
const always = ['code', 'type', 'at'];

/** An answer as a newer backend may give it: with that word wherever one of some stands. */
export function withNewerWords<T>(value: T, name = ''): T {
  if (Array.isArray(value)) {
    return value.map(each =>
      withNewerWords(lists.has(name) ? withoutRest(each) : each, name),
    ) as T;
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        key,
        withNewerWords(each, key),
      ]),
    ) as T;
  }
  const isWord =
    (words.has(value) && name !== 'kind') ||
    (fields.has(name) && typeof value === 'string') ||
    (name === 'type' && types.has(String(value)));
  return isWord ? (newerWord as T) : value;
}

/** It holds what this version has never heard of. */
function withoutRest(thing: object): object {
  return Object.fromEntries(
    Object.entries(thing).filter(([key]) => always.includes(key)),
  );
}
