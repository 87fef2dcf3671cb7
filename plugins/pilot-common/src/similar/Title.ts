import { readWords } from './words';

/** A title as it is compared with other titles: with all its words. */
export interface Title {
  /** As somebody wrote them. */
  readonly written: readonly string[];
  /** Without case and accents, sorted. */
  readonly words: readonly string[];
  readonly letters: number;
}

/** A shorter title with another letter is another word: "loan" and "load". */
const fewestLetters = 6;
/** The same of the words that differ: "plan b" is no typo of "plan c". */
const fewestOtherLetters = 4;

export function titleOf(text: string | null | undefined): Title {
  const read = readWords(text);
  const words = read.map(({ folded }) => folded).sort();
  return {
    written: read.map(({ written }) => written),
    words,
    letters: words.join('').length,
  };
}

/** The words that each of two sorted lists has more of than the other. */
function withoutShared(a: readonly string[], b: readonly string[]) {
  const left: string[] = [];
  const right: string[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (a[i] === b[j]) {
      i++;
      j++;
    } else if (j === b.length || a[i] < b[j]) {
      left.push(a[i++]);
    } else {
      right.push(b[j++]);
    }
  }
  return [left.join(''), right.join('')] as const;
}

/**
 * Returns whether a letter too many, missing, wrong or swapped with the next
 * tells two apart.
 */
function isTypo(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  if (long.length > short.length) {
    return short.slice(start) === long.slice(start + 1);
  }
  const swapped = long[start + 1] + long[start];
  return (
    short.slice(start + 1) === long.slice(start + 1) ||
    (short.slice(start, start + 2) === swapped &&
      short.slice(start + 2) === long.slice(start + 2))
  );
}

/**
 * 1 for the same words in any order, a little less where one letter or space is
 * mistyped, and otherwise 0: titles that only share words say too little.
 */
export function titleLikeness(a: Title, b: Title): number {
  const letters = Math.max(a.letters, b.letters);
  if (letters === 0 || Math.abs(a.letters - b.letters) > 1) return 0;
  const [left, right] = withoutShared(a.words, b.words);
  if (left === right && left === '') return 1;
  const isLong =
    letters >= fewestLetters &&
    Math.min(left.length, right.length) >= fewestOtherLetters - 1 &&
    Math.max(left.length, right.length) >= fewestOtherLetters;
  // Another digit is another version, and no mistake.
  const isName = !/\p{N}/u.test(left + right);
  const isNear = left === right || (isName && isTypo(left, right));
  return isLong && isNear ? 1 - 1 / letters : 0;
}
