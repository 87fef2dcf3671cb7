import type { SimilarReason } from '../model/similar';
import type { DescribedSubject } from './described';
import { mostWords, sharedWords } from './sharedWords';
import { titleLikeness } from './Title';

/**
 * From here on words count as evidence. Chosen on the development half of the
 * labelled pairs in `benchmarks/similarity`.
 */
const threshold = 0.125;

interface Judgement {
  /** 0 to 1, in thousandths, so that the last bits of a sum decide no order. */
  readonly score: number;
  readonly reasons: readonly SimilarReason[];
}

/**
 * Judges whether two look alike, by what a person can check: no reason, no
 * match.
 *
 * @param common - how much of their words is the same, 0 to 1
 * @param weightOf - how much a run of letters tells
 */
export function judge(
  asked: DescribedSubject,
  found: DescribedSubject,
  common: number,
  weightOf: (gram: string) => number,
): Judgement {
  const { capability } = asked;
  const sameCapability = capability !== null && capability === found.capability;
  // Who types a title has no text yet, and the other text must not hide it.
  const title = titleLikeness(asked.title, found.title);
  const likeness = Math.max(common, title);
  const shared =
    likeness < threshold ? [] : sharedWords(asked.words, found.words, weightOf);
  const words =
    shared.length === 0 && title > 0
      ? found.title.written.slice(0, mostWords)
      : shared;
  const evidence = words.length > 0 ? likeness : 0;
  // A declared capability is worth half of the score, so that what shares it
  // comes before all but the closest of the others.
  const score = sameCapability ? (1 + evidence) / 2 : evidence;
  return {
    score: Math.round(score * 1000) / 1000,
    reasons: [
      ...(sameCapability ? [{ code: 'capability' as const, capability }] : []),
      ...(words.length > 0 ? [{ code: 'words' as const, words }] : []),
    ],
  };
}
