import { decideWithdraw } from '../interest/decideWithdraw';
import { freeKey } from './freeKey';
import { keyOf, repeatedAmong } from './repeatedAmong';
import { StoredInterest } from '../kernel/store/interests/interestRows';
import { NewLogEntry } from '../kernel/store/log/logRows';

/** Teams and persons are called otherwise; an interest names both. */
export type MovedField = 'team' | 'author';

/** Everything that another name in the interest of one target depends on. */
export interface MoveSituation {
  readonly field: MovedField;
  /** Former ref of the team or person. */
  readonly from: string;
  /** New ref of the team or person. */
  readonly into: string;
  /** All interest in the target. */
  readonly interests: readonly StoredInterest[];
  readonly reason: string;
  readonly actor: string;
  readonly at: Date;
  /** Half-life of the demand, by which needs that say the same are compared. */
  readonly halfLifeDays: number;
}

/** Entries that a move adds to the log, and the interests after it. */
export interface MoveDecision {
  readonly entries: readonly NewLogEntry[];
  readonly moved: readonly StoredInterest[];
  /** Under either name, what is withdrawn because it says what another one says. */
  readonly repeated: readonly StoredInterest[];
}

/**
 * Decides what becomes of interest in one target when a team or a person goes by
 * another ref. As in a merge every interest stays under its id, with its age and
 * what the owner answered, the past stays as it was seen, and what one person says
 * for one team under both names counts once.
 */
export function decideMove(situation: MoveSituation): MoveDecision {
  const { field, from, into, interests, reason, actor, at, halfLifeDays } =
    situation;
  const moving = interests.filter(interest => interest[field] === from);
  if (moving.length === 0) {
    return { entries: [], moved: [], repeated: [] };
  }
  const staying = interests.filter(interest => interest[field] === into);
  const taken = new Set(
    [...staying, ...moving.map(each => ({ ...each, [field]: into }))].map(
      keyOf,
    ),
  );
  const known = new Set(staying.map(keyOf));
  const moved = moving.map(interest => {
    const renamed: StoredInterest = {
      ...interest,
      [field]: into,
      updatedAt: at,
      version: interest.version + 1,
    };
    const useCaseKey = known.has(keyOf(renamed))
      ? freeKey(interest.useCaseKey, candidate =>
          taken.has(keyOf({ ...renamed, useCaseKey: candidate })),
        )
      : interest.useCaseKey;
    const state = { ...renamed, useCaseKey };
    taken.add(keyOf(state));
    return state;
  });
  const when = { at, actor };
  const repeated = repeatedAmong(moved, staying, { at, halfLifeDays }).map(
    interest => decideWithdraw(interest, at),
  );
  return {
    entries: [
      // To every version that reads the log it went, and came as it was.
      ...moved.flatMap((state): NewLogEntry[] => [
        { ...when, type: 'removed', id: state.id },
        { ...when, type: 'recorded', state },
      ]),
      ...repeated.map(({ entry }) => ({ ...entry!, actor })),
      { ...when, type: 'moved', field, from, into, reason },
    ],
    moved,
    repeated: repeated.map(({ interest }) => interest),
  };
}
