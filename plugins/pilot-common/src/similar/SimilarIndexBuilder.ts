import { described, type DescribedSubject } from './described';
import { GramIndex } from './GramIndex';
import { judge } from './judge';
import { TitleIndex } from './TitleIndex';
import type { SimilarCandidate, SimilarIndex, SimilarMatch } from './types';

const defaultLimit = 5;
/** Smallest number of texts that are compared in full. */
const closerLook = 24;

const byRef = (a: string, b: string) => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

/**
 * Prepares candidates little by little, for who has other things to do in
 * between: some thousand at once take a good part of a second.
 * @public
 */
export class SimilarIndexBuilder {
  readonly #all: Array<DescribedSubject & { readonly ref: string }> = [];
  readonly #refs = new Set<string>();
  readonly #grams = new GramIndex();
  readonly #titles = new TitleIndex();
  readonly #byCapability = new Map<string, number[]>();

  /** Adds candidates. Of several with one ref the first counts. */
  add(candidates: Iterable<SimilarCandidate>): void {
    for (const { ref, name, title, text, capability } of candidates) {
      if (this.#refs.has(ref)) continue;
      const it = described({ title: title?.trim() || name, text, capability });
      const position = this.#all.push({ ...it, ref }) - 1;
      this.#refs.add(ref);
      this.#grams.add(it.grams);
      this.#titles.add(position, it.title);
      if (it.capability !== null) this.#declare(it.capability, position);
    }
  }

  /** Returns the index, which knows what is added later, too. */
  build(): SimilarIndex {
    return {
      find: (subject, { limit = defaultLimit, accept = () => true } = {}) => {
        const looks = Math.max(closerLook, 2 * limit);
        const matches = this.#matches(described(subject), accept, looks);
        return matches.slice(0, limit);
      },
      pairs: (accept = () => true) => {
        const some = this.#all.filter(({ ref }) => accept(ref));
        const accepted = new Set(some.map(({ ref }) => ref));
        return some
          .flatMap(one =>
            this.#matches(
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

  #declare(capability: string, position: number) {
    const others = this.#byCapability.get(capability);
    if (others) others.push(position);
    else this.#byCapability.set(capability, [position]);
  }

  #matches(
    asked: DescribedSubject,
    accept: (ref: string) => boolean,
    looks: number,
  ): SimilarMatch[] {
    const closer = this.#worthALook(asked, looks, position => {
      const { ref } = this.#all[position];
      return ref !== asked.ref && accept(ref);
    });
    const common = this.#grams.common(asked.grams, closer);
    return [...closer]
      .map(position => ({
        ref: this.#all[position].ref,
        ...judge(asked, this.#all[position], common.get(position) ?? 0, gram =>
          this.#grams.weightOf(gram),
        ),
      }))
      .filter(({ reasons }) => reasons.length > 0)
      .sort((a, b) => b.score - a.score || byRef(a.ref, b.ref));
  }

  #worthALook(
    asked: DescribedSubject,
    looks: number,
    accepts: (position: number) => boolean,
  ): Set<number> {
    const closer = new Set<number>();
    for (const position of this.#grams.nearest(asked.grams)) {
      if (closer.size >= looks) break;
      if (accepts(position)) closer.add(position);
    }
    const certain = [
      ...this.#titles.nearest(asked.title),
      ...(this.#byCapability.get(asked.capability ?? '') ?? []),
    ];
    certain.filter(accepts).forEach(position => closer.add(position));
    return closer;
  }
}
