/**
 * A kind, namespace, name or type as the catalog compares it: without case.
 * @public
 */
export function catalogCase(word: string): string {
  return word.toLocaleLowerCase('en-US');
}

/**
 * Returns whether a kind or type is among others, as the catalog compares them.
 *
 * @param word - what an entity has there; what is no text is none of them
 * @public
 */
export function isAmong(word: unknown, words: readonly string[]): boolean {
  return (
    typeof word === 'string' &&
    words.some(other => catalogCase(other) === catalogCase(word))
  );
}
