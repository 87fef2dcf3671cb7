import { SimilarIndexBuilder } from './SimilarIndexBuilder';
import type { SimilarCandidate, SimilarIndex } from './types';

/**
 * Prepares candidates to be asked many times what looks like them. Of several
 * candidates with one ref the first counts.
 * @public
 */
export function createSimilarIndex(
  candidates: Iterable<SimilarCandidate>,
): SimilarIndex {
  const builder = new SimilarIndexBuilder();
  builder.add(candidates);
  return builder.build();
}
