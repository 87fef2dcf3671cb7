import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { InterestDecision } from './Decision';
import {
  findRequest,
  RequestKey,
  saveRequest,
} from '../kernel/store/requests/requests';
import { StoredInterest } from '../kernel/store/interests/interestRows';

/**
 * Decides a request, unless its author sent one of the same name before: then
 * nothing changes, and the interest of that time is answered as it stands. The
 * target is locked, so two of one name for it wait for each other.
 *
 * @throws ConflictError for a name that was used for another target
 */
export async function oncePerRequest(
  tx: Knex.Transaction,
  request: RequestKey | undefined,
  situation: {
    readonly interests: readonly StoredInterest[];
    readonly at: Date;
  },
  decide: () => InterestDecision,
): Promise<InterestDecision> {
  if (!request) {
    return decide();
  }
  const earlier = await findRequest(tx, request);
  if (earlier !== undefined) {
    return standing(situation.interests, earlier);
  }
  const decision = decide();
  const { id: interestId } = decision.interest;
  const kept = await saveRequest(tx, request, { interestId, at: situation.at });
  if (kept !== interestId) {
    throw usedElsewhere();
  }
  return decision;
}

function standing(
  interests: readonly StoredInterest[],
  id: string,
): InterestDecision {
  const interest = interests.find(each => each.id === id);
  if (!interest) {
    throw usedElsewhere();
  }
  return { before: interest, interest };
}

function usedElsewhere(): ConflictError {
  return new ConflictError(
    'requestId: names an earlier request of yours for another target; give each request a name of its own',
  );
}
