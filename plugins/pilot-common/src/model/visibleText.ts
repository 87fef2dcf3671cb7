/**
 * Characters that nobody sees: zero-width and soft characters, variation
 * selectors, tags, controls, private and impossible ones, and letters that are
 * blank.
 */
const unseen =
  /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\u2800]/gu;
/** More marks on one letter than any script has are not more to read. */
const piledMarks = /(\p{M}{4})\p{M}+/gu;
/** Marks on nothing. */
const loneMarks = /(^|\s)\p{M}+/gu;

/**
 * Returns what of a text is seen, to measure it by: without invisible
 * characters, with one blank where there are several.
 */
function seenOf(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(unseen, '')
    .replace(loneMarks, '$1')
    .replace(piledMarks, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Measures how much is visibly written, in code points: an emoji or a rare
 * ideograph counts once, an invisible character not at all, and several blanks
 * once.
 * @public
 */
export function visibleLength(text: string): number {
  return [...seenOf(text)].length;
}

/**
 * Returns whether nothing is visibly written.
 * @public
 */
export function isBlank(text: string): boolean {
  return seenOf(text) === '';
}

/** They let a text read differently from what it says. */
const turning = /[\u202a-\u202e\u2066-\u2069]/u;

/**
 * Returns what is wrong with a text that turns its direction by a control
 * character, and the fix. Marks of direction, as languages from right to left
 * need them, and joiners are fine.
 * @public
 */
export function turnedText(text: string): string | undefined {
  const [found] = turning.exec(text) ?? [];
  return (
    found &&
    `must not contain characters that turn the direction of text; remove U+${found
      .codePointAt(0)!
      .toString(16)
      .toUpperCase()}`
  );
}
