import type { InterestState } from '../model/log';

/**
 * One interest of a target or, in the demand of a Pilot, of something that the
 * Pilot is implemented by.
 * @public
 */
export interface TargetInterest {
  /** The entity that the interest is for. */
  readonly target: string;
  /** From the owner of that entity, or of the Pilot: recorded, without weight. */
  readonly internal: boolean;
  readonly state: InterestState;
}

/**
 * Returns whether an interest comes from exactly one of the owners: its team is
 * that Group, or its author is that User. Members of a parent or child group
 * are not the owner.
 *
 * @param owners - full entity refs; `null` where nobody owns
 * @public
 */
export function isInternal(
  state: Pick<InterestState, 'team' | 'author'>,
  owners: readonly (string | null)[],
): boolean {
  return owners.includes(state.team) || owners.includes(state.author);
}

/** Neither taken back by its author nor declined by the owner. */
export function isStanding(state: InterestState): boolean {
  return !state.withdrawn && state.status !== 'declined';
}

/**
 * Returns whether an interest weighs in the demand: not withdrawn, not declined
 * and not internal.
 * @public
 */
export function isCounted(interest: TargetInterest): boolean {
  return isStanding(interest.state) && !interest.internal;
}

/**
 * The teams with a counted interest that is adopted. Over the union of a
 * Pilot's interests, adopted anywhere in it is adopted.
 * @public
 */
export function adoptersOf(
  interests: readonly TargetInterest[],
): ReadonlySet<string> {
  return new Set(
    interests
      .filter(
        interest => isCounted(interest) && interest.state.status === 'adopted',
      )
      .map(interest => interest.state.team),
  );
}
