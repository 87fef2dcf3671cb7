import type { SimilarReason } from '../model/similar';

/**
 * Subject that others are compared with; all of it is optional, since people
 * are still typing it.
 * @public
 */
export interface SimilarSubject {
  /** If it is one of the candidates; it is never similar to itself. */
  readonly ref?: string;
  readonly title?: string | null;
  /** A description, or the problem that it solves. */
  readonly text?: string | null;
  readonly capability?: string | null;
}

/**
 * Candidate that may be similar.
 * @public
 */
export interface SimilarCandidate {
  readonly ref: string;
  /** Stands for the title where there is none. */
  readonly name: string;
  readonly title: string | null;
  readonly text: string | null;
  readonly capability: string | null;
}

/**
 * A candidate that looks alike, and why.
 * @public
 */
export interface SimilarMatch {
  readonly ref: string;
  /** 0 to 1, where 1 is the same words. */
  readonly score: number;
  /** At least one. */
  readonly reasons: readonly SimilarReason[];
}

/**
 * Two candidates that look alike; `a` comes before `b` in the order of refs.
 * @public
 */
export interface SimilarPair {
  readonly a: string;
  readonly b: string;
  /** 0 to 1, where 1 is the same words. */
  readonly score: number;
  /** At least one. */
  readonly reasons: readonly SimilarReason[];
}

/**
 * Number of matches to find, and among which candidates.
 * @public
 */
export interface SimilarOptions {
  /** At most so many; 5 if absent. */
  readonly limit?: number;
  /** Leaves candidates out, such as those that the caller may not see. */
  readonly accept?: (ref: string) => boolean;
}

/**
 * Candidates, prepared to be asked many times.
 * @public
 */
export interface SimilarIndex {
  /** Finds what looks like the subject, most similar first, then by ref. */
  find(subject: SimilarSubject, options?: SimilarOptions): SimilarMatch[];
  /**
   * Candidates that look alike, most similar first, then by ref. It is made for
   * some hundred candidates, which takes about a second of computing; index no
   * more than are to be compared, or ask for one after the other with `find`.
   *
   * @param accept - leaves candidates out; all are compared if it is absent
   */
  pairs(accept?: (ref: string) => boolean): SimilarPair[];
}
