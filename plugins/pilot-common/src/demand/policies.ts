import type { DemandPolicy } from '../model/policy';

/**
 * A policy and since when it is in force.
 * @public
 */
export interface PolicyInForce {
  readonly since: Date;
  readonly policy: DemandPolicy;
  readonly fingerprint: string;
}

/**
 * The policy in force at an instant; the first one also before it.
 *
 * @throws RangeError if there is none at all
 * @public
 */
export function policyAt(
  policies: readonly PolicyInForce[],
  at: Date,
): PolicyInForce {
  const sorted = [...policies].sort(
    (a, b) => a.since.getTime() - b.since.getTime(),
  );
  const found = sorted.findLast(({ since }) => since <= at) ?? sorted[0];
  if (!found) throw new RangeError('A demand needs at least one policy');
  return found;
}
