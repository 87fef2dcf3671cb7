import { catalogCase } from '@pilot-to-platform/plugin-pilot-common';

const lastPart = (name: string) => name.slice(name.lastIndexOf('.') + 1);

/**
 * The candidate that takes the fewest typing errors to become a word. Where
 * candidates have a dot, as the ids of checks do, what is behind it decides, and
 * the rest only between those that are equally near: a check is known by its
 * name, and its dimension is easily mistaken.
 */
export function nearest(word: string, candidates: readonly string[]): string {
  const distances = candidates.map(
    candidate =>
      [
        distance(lastPart(word), lastPart(candidate)),
        distance(word, candidate),
      ] as const,
  );
  const [best] = [...distances.keys()].sort(
    (a, b) =>
      distances[a][0] - distances[b][0] || distances[a][1] - distances[b][1],
  );
  return candidates[best];
}

/** The nearest candidate, if at most every third letter is mistyped, or all are in another case. */
export function nearEnough(
  word: string,
  candidates: readonly string[],
): string | undefined {
  const alike = candidates.find(
    each => catalogCase(each) === catalogCase(word),
  );
  if (alike !== undefined) {
    return alike;
  }
  const meant = candidates.length > 0 ? nearest(word, candidates) : undefined;
  return meant !== undefined &&
    distance(word, meant) <= Math.floor((word.length + 1) / 3)
    ? meant
    : undefined;
}

/** Counts the letters to insert, delete or replace (Levenshtein). */
function distance(a: string, b: string): number {
  let row = [...Array(b.length + 1).keys()];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[b.length];
}
