const longest = 63;

/**
 * The use-case key of an interest that joins others: its own where it is free,
 * otherwise with the lowest number behind it that is, within the length of a key.
 */
export function freeKey(
  key: string,
  isTaken: (candidate: string) => boolean,
): string {
  let candidate = key;
  for (let number = 2; isTaken(candidate); number++) {
    const suffix = `-${number}`;
    // A cut that ends in a dash would make two of them, which is no slug.
    const start = key.slice(0, longest - suffix.length).replace(/-+$/, '');
    candidate = `${start}${suffix}`;
  }
  return candidate;
}
