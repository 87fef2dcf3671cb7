import { stopWords } from './stopWords';

/** A word of a text: as somebody wrote it, and what it is compared by. */
export interface Word {
  readonly written: string;
  readonly grams: readonly string[];
}

/**
 * Number of characters that are read of a text. What something is, its first
 * sentences say; manuals pasted into a description would make everything look a
 * little alike.
 */
const longestText = 600;
const gramLength = 3;

const foldedForm = (word: string) =>
  word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * All runs of three letters, so that "share", "shared" and "Datenfreigabe",
 * "Freigabe der Daten" meet without a stemmer per language.
 */
function gramsOf(folded: string): string[] {
  const letters = [...folded];
  if (letters.length <= gramLength) return [folded];
  const grams = letters
    .slice(0, 1 - gramLength)
    .map((_, start) => letters.slice(start, start + gramLength).join(''));
  return [...new Set(grams)];
}

/** All words of some texts in order, as they are written and as they compare. */
export function readWords(
  ...texts: Array<string | null | undefined>
): Array<{ readonly written: string; readonly folded: string }> {
  const read = texts
    .map(text => text?.slice(0, longestText) ?? '')
    .join(' ')
    .normalize('NFKC');
  return [...read.matchAll(/[\p{L}\p{M}\p{N}]+/gu)]
    .map(([written]) => ({ written, folded: foldedForm(written) }))
    .filter(({ folded }) => folded);
}

/** The words of a title and a text that name something, each once, in order. */
export function wordsOf(...texts: Array<string | null | undefined>): Word[] {
  const words = new Map<string, Word>();
  for (const { written, folded } of readWords(...texts)) {
    if (!stopWords.has(folded) && !words.has(folded)) {
      words.set(folded, { written, grams: gramsOf(folded) });
    }
  }
  return [...words.values()];
}
