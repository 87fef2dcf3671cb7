/** Random draws that a seed repeats exactly. */
export interface Draws {
  /** 0 up to, not including, 1 */
  uniform(): number;
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  exponential(mean: number): number;
  poisson(mean: number): number;
  /** Mean 1; `spread` is the standard deviation of its logarithm. */
  logNormal(spread: number): number;
  pick<Item>(items: readonly Item[]): Item;
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state are plenty for a few million draws. */
function mulberry32(seed: number): () => number {
  let state = seed;
  /* eslint-disable no-bitwise */
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  /* eslint-enable no-bitwise */
}

/** The draws of a seed. */
export function createDraws(seed: number): Draws {
  const uniform = mulberry32(seed);
  const exponential = (mean: number) => -mean * Math.log(1 - uniform());
  const normal = () =>
    Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return {
    uniform,
    exponential,
    between: (low, high) => low + (high - low) * uniform(),
    chance: probability => uniform() < probability,
    poisson: mean => {
      // Counts arrivals: they are an exponential time apart.
      let count = 0;
      for (let at = exponential(1); at < mean; at += exponential(1)) count++;
      return count;
    },
    logNormal: spread => Math.exp(spread * normal() - (spread * spread) / 2),
    pick: items => items[Math.floor(uniform() * items.length)],
  };
}
