import {
  SimilarCandidate,
  SimilarIndex,
  SimilarIndexBuilder,
} from '@pilot-to-platform/plugin-pilot-common';
import { setImmediate } from 'node:timers/promises';

/** Candidates indexed before others get their turn: about a hundredth of a second. */
export const turn = 100;

/**
 * Indexes any number of candidates; other requests get their turn in between,
 * since 10,000 take about a second.
 */
export async function indexInTurns(
  candidates: Iterable<SimilarCandidate>,
): Promise<SimilarIndex> {
  const builder = new SimilarIndexBuilder();
  const all = [...candidates];
  for (let i = 0; i < all.length; i += turn) {
    builder.add(all.slice(i, i + turn));
    await setImmediate();
  }
  return builder.build();
}
