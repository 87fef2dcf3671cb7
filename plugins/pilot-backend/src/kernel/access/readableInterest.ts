import { ReadableInterests } from '../store/interests/readableBy';
import { Viewer } from './Viewer';
import { InterestResource } from './interestRules';
import { StoredTarget } from '../store/targets/targetRows';
import { StoredInterest } from '../store/interests/interestRows';

/** An interest and what it is in. */
export interface FoundInterest {
  readonly interest: StoredInterest;
  readonly target: StoredTarget;
}

/** Returns the facts of an interest that the conditions of a policy test. */
export function resourceOf({
  interest,
  target,
}: {
  readonly interest: StoredInterest;
  readonly target: Pick<StoredTarget, 'owner'>;
}): InterestResource {
  return {
    author: interest.author,
    team: interest.team,
    owner: target.owner,
  };
}

/** True where a person may read an interest; everybody may read their own. */
export function mayRead(
  found: FoundInterest,
  { caller, rights }: Viewer,
): boolean {
  return (
    found.interest.author === caller.user ||
    rights.read.includes(resourceOf(found))
  );
}

/** Narrows a query to what a person may read; nothing where it is all. */
export function readableOf({
  caller,
  rights,
}: Viewer): ReadableInterests | undefined {
  const { criteria } = rights.read;
  return criteria && { by: caller.user, criteria };
}
