import {
  SimilarCandidate,
  SimilarIndex,
  SimilarIndexBuilder,
} from '@pilot-to-platform/plugin-pilot-common';
import { giveWay } from '../kernel/cost/giveWay';

/** Candidates indexed at once: some milliseconds. */
export const step = 20;

/**
 * Indexes any number of candidates and gives way meanwhile, since 10,000 take
 * about a second.
 */
export async function indexInTurns(
  candidates: Iterable<SimilarCandidate>,
): Promise<SimilarIndex> {
  const builder = new SimilarIndexBuilder();
  const all = [...candidates];
  for (let i = 0; i < all.length; i += step) {
    builder.add(all.slice(i, i + step));
    await giveWay();
  }
  return builder.build();
}
