/**
 * Sources of an answer that is kept for everybody, beside the entity that it is
 * about.
 */
export interface MadeFrom {
  /**
   * Refs of entities that decided it, whether the catalog has them or not;
   * unknown of what an earlier version kept.
   */
  readonly refs?: readonly string[];
  /** Recorded interest decided it, too. */
  readonly interest?: boolean;
}

/** Decides which of the answers that are kept for everybody somebody may read. */
export interface Sight {
  /** A test for the given ones; what it refuses is like what was never answered. */
  readerOf(kept: readonly MadeFrom[]): Promise<(answer: MadeFrom) => boolean>;
}

/** That of the plugin itself, which decides on all that is kept. */
export const fullSight: Sight = { readerOf: async () => () => true };

/** Of people of whom nothing is known: only what was made from the entity alone. */
export const ownSight: Sight = {
  readerOf: async () => answer => mayRead(answer, () => false, false),
};

/** True where a person may read all that an answer was made from. */
export function mayRead(
  { refs, interest }: MadeFrom,
  isVisible: (ref: string) => boolean,
  readsInterest: boolean,
): boolean {
  return (
    refs !== undefined &&
    refs.every(isVisible) &&
    (readsInterest || interest !== true)
  );
}

/** Joins the sources of several answers. */
export function madeFromAll(answers: readonly MadeFrom[]): MadeFrom {
  const isKnown = answers.every(({ refs }) => refs !== undefined);
  return {
    ...(isKnown && {
      refs: [...new Set(answers.flatMap(({ refs = [] }) => refs))].sort(),
    }),
    ...(answers.some(({ interest }) => interest) && { interest: true }),
  };
}
