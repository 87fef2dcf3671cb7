import pairs from './pairs.json';

export interface Text {
  readonly title: string;
  readonly text: string | null;
}

export interface LabelledPair {
  readonly id: number;
  readonly part: string;
  /** True where a platform team would want one of them instead of both. */
  readonly same: boolean;
  /** Trait that makes the pair easy or hard. */
  readonly sort: string;
  readonly a: Text;
  readonly b: Text;
}

const partOf = (part: string): readonly LabelledPair[] =>
  pairs.filter(pair => pair.part === part);

/** Methods, settings and thresholds are chosen on these. */
export const development = partOf('development');
/** Pairs on which a choice is reported; they are no reason for it. */
export const heldOut = partOf('held out');
/** Written after everything was chosen. */
export const lastCheck = partOf('last check');

/** Those from which the method was chosen: the others are of how it is used. */
export const withTexts = (some: readonly LabelledPair[]) =>
  some.filter(({ sort }) => sort !== 'title only');

/** The two texts of every pair, as the catalog in which each is looked for. */
export const catalogOf = (some: readonly LabelledPair[]) =>
  some.flatMap(({ a, b }) => [a, b]);
