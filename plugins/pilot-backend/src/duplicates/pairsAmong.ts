import {
  SimilarCandidate,
  SimilarReason,
} from '@pilot-to-platform/plugin-pilot-common';
import { giveWay } from '../kernel/cost/giveWay';
import { indexInTurns } from './indexInTurns';

/** Two targets that are described in the same words. */
export interface AlikePair {
  /** Two refs, in order. */
  readonly refs: readonly [string, string];
  readonly words: readonly string[];
}

/** The likenesses of one target that are looked at. */
const mostAlike = 10;

/**
 * The pairs among some targets that are described in the same words. Comparing
 * hundreds takes a second of computing, so it gives way in between.
 */
export async function pairsAmong(
  candidates: readonly SimilarCandidate[],
): Promise<AlikePair[]> {
  // What shares a capability is found without comparing, and would take the
  // places of what is described alike.
  const texts = candidates.map(each => ({ ...each, capability: null }));
  const index = await indexInTurns(texts);
  const pairs = new Map<string, AlikePair>();
  for (const candidate of texts) {
    await giveWay();
    for (const match of index.find(candidate, { limit: mostAlike })) {
      const words = wordsOf(match.reasons);
      const refs = [candidate.ref, match.ref].sort() as [string, string];
      if (words.length > 0 && !pairs.has(refs.join())) {
        pairs.set(refs.join(), { refs, words });
      }
    }
  }
  return [...pairs.values()];
}

function wordsOf(reasons: readonly SimilarReason[]): readonly string[] {
  return reasons.flatMap(reason =>
    reason.code === 'words' ? reason.words : [],
  );
}
