/** The candidate that takes the fewest typing errors to become a word. */
export function nearest(word: string, candidates: readonly string[]): string {
  const distances = candidates.map(candidate => distance(word, candidate));
  return candidates[distances.indexOf(Math.min(...distances))];
}

/** How many letters to insert, delete or replace (Levenshtein). */
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
