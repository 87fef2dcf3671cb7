/**
 * Amount that a call reads. `small` is a page, or one entity: it begins at
 * once. `large` has its place among the costly reads. Of what is `alone`, a
 * replica works out one at a time and refuses a second one.
 */
export type Size = 'small' | 'large' | 'alone';

/** The size of every call, or how it follows from what is asked. */
export type Cost<Asked extends unknown[]> = Size | ((...asked: Asked) => Size);

/** The size of one call. */
export function sizeOf<Asked extends unknown[]>(
  cost: Cost<Asked>,
  ...asked: Asked
): Size {
  return typeof cost === 'function' ? cost(...asked) : cost;
}

/** Sizes a read of a whole list: its past is worked out anew for each call. */
export function largeInThePast({ asOf }: { readonly asOf?: unknown }): Size {
  return asOf === undefined ? 'small' : 'large';
}
