import type { InterestState } from '../model/log';
import type { Demand } from '../model/demand';
import { policyAt, type PolicyInForce } from './policies';
import type { ReplayedTarget } from './ReplayedTarget';

/**
 * Returns whether interest in what implements a Pilot counts for it: the owner
 * of both is the same, or the part names the Pilot itself. What nobody owns has
 * no owner in common with anything.
 * @public
 */
export function hasConsent(
  pilot: { readonly ref: string; readonly owner: string | null },
  part: {
    readonly owner: string | null;
    readonly namedPilots: readonly string[];
  },
): boolean {
  return (
    (part.owner !== null && part.owner === pilot.owner) ||
    part.namedPilots.includes(pilot.ref)
  );
}

/** Targets that count for a target, and parts of it that do not. */
export interface CountingTargets {
  /** The target itself, then its parts. */
  readonly counting: ReadonlyArray<{
    readonly target: string;
    readonly owner: string | null;
    readonly interests: readonly InterestState[];
  }>;
  readonly unconfirmed: NonNullable<Demand['unconfirmed']>;
}

/**
 * The interests of a target and of the parts that count for it, as the logs had
 * them at an instant.
 *
 * Before the catalog had shown both, the Pilot and the part, only what was
 * imported under an older date counts, since nobody could have known of the
 * rest. A Pilot that was known by rules 1 keeps its past as it was.
 *
 * @param states - of that instant, by target
 */
export function countingTargets(
  target: string,
  states: ReadonlyMap<string, ReplayedTarget>,
  { policies, at }: { policies: readonly PolicyInForce[]; at: Date },
): CountingTargets {
  const own = states.get(target);
  if (!own) return { counting: [], unconfirmed: [] };
  const isOld = (instant: Date) =>
    policyAt(policies, instant).policy.rules === 1;
  const askedNobody = isOld(at) && isOld(own.seenAt ?? at);
  const counting: Array<CountingTargets['counting'][number]> = [
    { target, owner: own.owner, interests: own.interests },
  ];
  const unconfirmed: CountingTargets['unconfirmed'] = [];
  for (const ref of new Set(own.parts)) {
    const part = states.get(ref);
    const { owner = null, interests = [], namedPilots = [] } = part ?? {};
    const isSeen = [own, part].every(each => each?.seenAt && each.seenAt <= at);
    if (ref === target) continue;
    if (askedNobody) {
      counting.push({ target: ref, owner, interests });
    } else if (
      hasConsent({ ref: target, owner: own.owner }, { owner, namedPilots })
    ) {
      counting.push({
        target: ref,
        owner,
        interests: isSeen
          ? interests
          : interests.filter(({ id }) => part!.imported.has(id)),
      });
    } else {
      unconfirmed.push({ target: ref, owner });
    }
  }
  return { counting, unconfirmed };
}
