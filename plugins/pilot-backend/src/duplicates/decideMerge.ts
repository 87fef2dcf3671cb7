import { decideWithdraw } from '../interest/decideWithdraw';
import { freeKey } from './freeKey';
import { keyOf, repeatedAmong } from './repeatedAmong';
import { StoredInterest } from '../kernel/store/interests/interestRows';
import { NewLogEntry } from '../kernel/store/log/logRows';

/** Everything that moving the interest of one target to another depends on. */
export interface MergeSituation {
  /** The target that is left, and all interest in it. */
  readonly from: Side;
  /** The target that stays, and all interest in it. */
  readonly into: Side;
  readonly reason: string;
  /** The person who merges. */
  readonly actor: string;
  readonly at: Date;
  /** Half-life of the demand, by which needs that say the same are compared. */
  readonly halfLifeDays: number;
}

interface Side {
  readonly ref: string;
  readonly interests: readonly StoredInterest[];
}

/** Entries of a merge for the two logs, and the moved interests after it. */
export interface MergeDecision {
  readonly left: readonly NewLogEntry[];
  readonly joined: readonly NewLogEntry[];
  readonly moved: readonly StoredInterest[];
  /** Of both sides, what is withdrawn because it says what another one says. */
  readonly repeated: readonly StoredInterest[];
}

/**
 * Decides a merge: every interest moves, withdrawn and declined ones too, with
 * its id, its age and what the owner answered. Only a use-case key that its
 * author's team has in the other target already gets a number. What one person
 * says for one team in both is withdrawn but for the strongest, so that it
 * counts once.
 */
export function decideMerge(situation: MergeSituation): MergeDecision {
  const { from, into, reason, actor, at, halfLifeDays } = situation;
  const taken = new Set([...into.interests, ...from.interests].map(keyOf));
  const known = new Set(into.interests.map(keyOf));
  const moved = from.interests.map(interest => {
    const useCaseKey = known.has(keyOf(interest))
      ? freeKey(interest.useCaseKey, candidate =>
          taken.has(keyOf({ ...interest, useCaseKey: candidate })),
        )
      : interest.useCaseKey;
    const state = {
      ...interest,
      useCaseKey,
      updatedAt: at,
      version: interest.version + 1,
    };
    taken.add(keyOf(state));
    return state;
  });
  const when = { at, actor };
  const repeated = repeatedAmong(moved, into.interests, {
    at,
    halfLifeDays,
  }).map(interest => decideWithdraw(interest, at));
  return {
    left: [
      ...from.interests.map(({ id }) => ({
        ...when,
        type: 'removed' as const,
        id,
      })),
      { ...when, type: 'mergedInto', target: into.ref, reason },
    ],
    joined: [
      ...moved.map(state => ({ ...when, type: 'recorded' as const, state })),
      ...repeated.map(({ entry }) => ({ ...entry!, actor })),
      { ...when, type: 'mergedFrom', target: from.ref, reason },
    ],
    moved,
    repeated: repeated.map(({ interest }) => interest),
  };
}
