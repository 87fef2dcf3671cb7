import { described, type Described } from './described';
import { GramIndex } from './GramIndex';
import { judge } from './judge';
import type { SimilarCandidate, SimilarIndex, SimilarMatch } from './types';

const defaultLimit = 5;
/** How many texts are compared in full, at least. */
const closerLook = 24;

const byRef = (a: string, b: string) => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

function distinct(candidates: Iterable<SimilarCandidate>) {
  const all = new Map<string, Described & { readonly ref: string }>();
  for (const { ref, name, title, text, capability } of candidates) {
    if (all.has(ref)) continue;
    const it = described({ title: title?.trim() || name, text, capability });
    all.set(ref, { ...it, ref });
  }
  return [...all.values()];
}

function positionsByCapability(all: readonly Described[]) {
  const positions = new Map<string, number[]>();
  all.forEach(({ capability }, position) => {
    if (capability === null) return;
    const others = positions.get(capability);
    if (others) others.push(position);
    else positions.set(capability, [position]);
  });
  return positions;
}

/**
 * Prepares candidates to be asked many times what looks like them. Of several
 * candidates with one ref the first counts.
 * @public
 */
export function createSimilarIndex(
  candidates: Iterable<SimilarCandidate>,
): SimilarIndex {
  const all = distinct(candidates);
  const index = new GramIndex(all.map(({ grams }) => grams));
  const byCapability = positionsByCapability(all);

  const matchesOf = (
    asked: Described,
    accept: (ref: string) => boolean,
    looks: number,
  ): SimilarMatch[] => {
    const accepts = (position: number) =>
      all[position].ref !== asked.ref && accept(all[position].ref);
    const closer = new Set<number>();
    for (const position of index.nearest(asked.grams)) {
      if (closer.size >= looks) break;
      if (accepts(position)) closer.add(position);
    }
    for (const position of byCapability.get(asked.capability ?? '') ?? []) {
      if (accepts(position)) closer.add(position);
    }
    const common = index.common(asked.grams, closer);
    return [...closer]
      .map(position => ({
        ref: all[position].ref,
        ...judge(asked, all[position], common.get(position) ?? 0, gram =>
          index.weightOf(gram),
        ),
      }))
      .filter(({ reasons }) => reasons.length > 0)
      .sort((a, b) => b.score - a.score || byRef(a.ref, b.ref));
  };

  return {
    find: (subject, { limit = defaultLimit, accept = () => true } = {}) => {
      const looks = Math.max(closerLook, 2 * limit);
      return matchesOf(described(subject), accept, looks).slice(0, limit);
    },
    pairs: (accept = () => true) => {
      const some = all.filter(({ ref }) => accept(ref));
      const accepted = new Set(some.map(({ ref }) => ref));
      return some
        .flatMap(one =>
          matchesOf(
            one,
            ref => accepted.has(ref) && byRef(one.ref, ref) < 0,
            closerLook,
          ).map(({ ref, ...rest }) => ({ a: one.ref, b: ref, ...rest })),
        )
        .sort(
          (x, y) => y.score - x.score || byRef(x.a, y.a) || byRef(x.b, y.b),
        );
    },
  };
}
