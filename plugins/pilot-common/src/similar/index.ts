export { createSimilarIndex } from './createSimilarIndex';
export { findSimilar } from './findSimilar';
export { SimilarIndexBuilder } from './SimilarIndexBuilder';
export type {
  SimilarCandidate,
  SimilarIndex,
  SimilarMatch,
  SimilarOptions,
  SimilarPair,
  SimilarSubject,
} from './types';
