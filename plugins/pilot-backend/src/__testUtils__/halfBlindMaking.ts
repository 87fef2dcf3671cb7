/** Person who sees a half of each world. */
export const halfBlind = 'hal.payments';
export const halfBlindRef = `user:default/${halfBlind}`;
export const payments = 'group:default/payments';

/** Draws a number from 0 to 1. */
export type Random = () => number;

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state += 0x6d2b79f5;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const words =
  'share lake extract partner brand file stream index search vector ledger invoice stock price route driver label print photo crop'.split(
    ' ',
  );

export const one = <T>(random: Random, of: readonly T[]): T =>
  of[Math.floor(random() * of.length)];
export const some = (random: Random, most: number) =>
  Math.floor(random() * (most + 1));
export const many = <T>(count: number, of: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => of(index));
export const where = <T>(is: boolean, item: T): T[] => (is ? [item] : []);

/** Draws and names from which the parts of a world are made. */
export interface WorldDraws {
  readonly name: string;
  /** Decides what both portals have. */
  readonly common: Random;
  /** Decides what one of them has. */
  readonly other: Random;
  readonly refOf: (kind: string, name: string) => string;
  /** A title or description: mostly alike within a world, rarely between two. */
  readonly textOf: (random: Random) => string;
}

/** Parts that a world has, the same in both portals. */
export interface WorldParts {
  /** A second Pilot, a component of the caller's team, a hidden Pilot. */
  readonly q: boolean;
  readonly c: boolean;
  readonly z: boolean;
  /**
   * The component implements a hidden Pilot: the catalog does not filter relations,
   * so whoever sees the component knows.
   */
  readonly isPart: boolean;
  /** Targets the caller asked for that are out of sight, or merged away. */
  readonly lost: boolean;
  readonly moved: boolean;
  /** Something hidden was merged into the first Pilot. */
  readonly source: boolean;
  /** A hidden team uses the first Pilot and whichever is hidden. */
  readonly served: boolean;
}
