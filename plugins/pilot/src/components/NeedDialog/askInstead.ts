import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import type { PilotCache } from '../../cache/PilotCache';
import { requestOf, type InterestDraft } from './InterestDraft';
import { standing } from './NeedStep';

/**
 * Moves a fresh interest to another target: first it is recorded there, then
 * withdrawn here, so that it is never nowhere. Nothing is done where the reader
 * has asked for the other one already.
 *
 * @returns the interest in the other target; none where there was one before
 */
export async function askInstead(
  cache: PilotCache,
  interest: Interest,
  draft: InterestDraft,
  other: string,
): Promise<Interest | undefined> {
  const own = await cache.own(other).settled();
  if (own.state === 'failed') throw own.error;
  if (own.state === 'ready' && standing(own.value).length > 0) return undefined;
  const { id: _, ...request } = requestOf(interest, draft);
  const after = await cache.record(other, request);
  cache.drafts.drop(interest.id);
  await cache.withdraw(interest);
  return after;
}
