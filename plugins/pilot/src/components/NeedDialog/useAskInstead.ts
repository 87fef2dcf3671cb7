import { useRef } from 'react';
import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotCache } from '../../hooks/usePilotCache';
import { detailsForm, requestOf, type InterestDraft } from './InterestDraft';
import { standing } from './NeedStep';

/**
 * Moves a fresh interest to another target: first it is recorded there, then
 * withdrawn here, so that it is never nowhere. Nothing is done where the reader
 * has asked for the other one already.
 *
 * @returns the interest in the other target; none where there was one before
 */
export function useAskInstead() {
  const cache = usePilotCache();
  // When only the withdrawal failed, the next attempt has only that to do.
  const recorded = useRef<Interest>();
  return async (
    interest: Interest,
    draft: InterestDraft,
    other: string,
  ): Promise<Interest | undefined> => {
    if (recorded.current?.target !== other) {
      const own = await cache.own(other).settled();
      if (own.state === 'failed') throw own.error;
      if (own.state === 'ready' && standing(own.value).length > 0) {
        return undefined;
      }
      const { id: _, ...request } = requestOf(interest, draft);
      recorded.current = await cache.record(other, request);
    }
    await cache.withdraw(interest);
    cache.formDrafts.drop(detailsForm(interest));
    return recorded.current;
  };
}
