import {
  catalogCase,
  editDistance,
} from '@pilot-to-platform/plugin-pilot-common';

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
        editDistance(lastPart(word), lastPart(candidate)),
        editDistance(word, candidate),
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
    editDistance(word, meant) <= Math.floor((word.length + 1) / 3)
    ? meant
    : undefined;
}
