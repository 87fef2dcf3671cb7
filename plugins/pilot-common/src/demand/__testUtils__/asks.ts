import { noDetails } from '../../model/interest';
import type { InterestState } from '../../model/log';
import type { TargetInterest } from '../counted';

/** 40 characters, the shortest text that describes a use case. */
export const useCase = 'Send every partner the weekly extract!!!';

/** Everything that makes an interest specific. */
export const inFull = {
  useCase,
  alternative: 'By hand',
  neededBy: '2027-03-01',
  expectedUsage: 'Daily',
  contribute: true,
} as const;

/** An open, important interest without details, confirmed on 20 Nov 2026. */
export function stateOf(
  given: Partial<InterestState> & Pick<InterestState, 'id'>,
): InterestState {
  return {
    team: 'group:default/payments',
    author: 'user:default/ada',
    ...noDetails,
    status: 'open',
    withdrawn: false,
    confirmedAt: new Date('2026-11-20T00:00:00Z'),
    ...given,
  };
}

/** The same as an interest for `api:default/orders`. */
export function interestOf(
  given: Partial<InterestState> & Pick<InterestState, 'id'>,
  rest: Partial<Omit<TargetInterest, 'state'>> = {},
): TargetInterest {
  return {
    target: 'api:default/orders',
    internal: false,
    ...rest,
    state: stateOf(given),
  };
}

/** Makes a mutation of any argument an error. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
