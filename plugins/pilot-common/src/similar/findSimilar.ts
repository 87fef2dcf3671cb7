import { createSimilarIndex } from './createSimilarIndex';
import type {
  SimilarCandidate,
  SimilarMatch,
  SimilarOptions,
  SimilarSubject,
} from './types';

/**
 * Finds what looks like the subject, most similar first, then by ref. To ask
 * the same candidates again, keep what {@link createSimilarIndex} gives.
 * @public
 */
export function findSimilar(
  subject: SimilarSubject,
  candidates: Iterable<SimilarCandidate>,
  options?: SimilarOptions,
): SimilarMatch[] {
  return createSimilarIndex(candidates).find(subject, options);
}
