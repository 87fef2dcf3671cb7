import type { Word } from './words';

/** Of evidence; more of it nobody reads. */
export const mostWords = 4;
/** Share of the shorter word that has to stand in the other one. */
const sameWord = 0.6;
/** Two words that share one run of letters only are the same or they are not. */
const fewestGrams = 2;
/** Below this share of the best word's, a word tells too little to be named. */
const telling = 0.25;

function sharedGrams(a: Word, b: Word): readonly string[] {
  const shared = a.grams.filter(gram => b.grams.includes(gram));
  const shorter = Math.min(a.grams.length, b.grams.length);
  const same =
    shorter < fewestGrams
      ? shared.length === Math.max(a.grams.length, b.grams.length)
      : shared.length >= fewestGrams && shared.length >= sameWord * shorter;
  return same ? shared : [];
}

/**
 * The words of `found` that `asked` has too, in this or another form, as they
 * are written in `found`, the most telling first.
 *
 * @param weightOf - how much a run of letters tells
 */
export function sharedWords(
  asked: readonly Word[],
  found: readonly Word[],
  weightOf: (gram: string) => number,
): string[] {
  const shared = found.flatMap(word => {
    const [best] = asked
      .map(other => {
        const grams = sharedGrams(word, other);
        return {
          word,
          weight: grams.reduce((sum, gram) => sum + weightOf(gram), 0),
        };
      })
      .sort((a, b) => b.weight - a.weight);
    return best && best.weight > 0 ? [best] : [];
  });
  shared.sort((a, b) => b.weight - a.weight);
  // "share" and "shared" are the same word to a reader.
  const once = shared.filter(
    ({ word }, at) =>
      !shared.slice(0, at).some(one => sharedGrams(one.word, word).length > 0),
  );
  return once
    .filter(({ weight }) => weight >= telling * once[0].weight)
    .slice(0, mostWords)
    .map(({ word }) => word.written);
}
