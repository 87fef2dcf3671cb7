import type { InterestState } from '../model/log';
import type { DemandPolicy } from '../model/policy';
import { isBlank, visibleLength } from '../model/visibleText';

/**
 * A detail of an interest that makes it more specific.
 * @public
 */
export type SpecificityDetail = keyof DemandPolicy['specificity'];

/**
 * Details of an interest that its specificity depends on.
 * @public
 */
export type InterestDetails = Pick<InterestState, SpecificityDetail>;

/**
 * A detail that is missing, and what describing it would add.
 * @public
 */
export interface SpecificityGap {
  readonly detail: SpecificityDetail;
  /** Specificity that it would add, above 0, at most 1. */
  readonly gain: number;
}

const useCaseMinimum = 40;

/**
 * Returns whether a text describes a use case: 40 visible code points or more,
 * so that an emoji or a rare ideograph counts once, and what nobody sees not at
 * all.
 * @public
 */
export function describesUseCase(useCase: string | null): boolean {
  return useCase !== null && visibleLength(useCase) >= useCaseMinimum;
}

const hasText = (text: string | null) => text !== null && !isBlank(text);

const isDescribed: {
  readonly [Detail in SpecificityDetail]: (
    value: InterestState[Detail],
  ) => boolean;
} = {
  useCase: describesUseCase,
  alternative: hasText,
  neededBy: hasText,
  expectedUsage: hasText,
  contribute: value => value,
};

const order = Object.keys(isDescribed) as readonly SpecificityDetail[];

const describes = <Detail extends SpecificityDetail>(
  details: Pick<InterestState, Detail>,
  detail: Detail,
) => isDescribed[detail](details[detail]);

// Twelve decimals take away the noise of adding decimal fractions (0.4 + 0.2
// is 0.6000000000000001) and are still far finer than anything shown.
const withoutNoise = (value: number) => Math.round(value * 1e12) / 1e12;

/**
 * Returns how much of an ask is described: the weights of its described
 * details.
 *
 * @param details - the details of one interest; a `neededBy` in the past
 *   counts like any other
 * @param weights - of the policy; they add up to 1
 * @returns 0 to 1, exactly 1 when everything is described
 * @public
 */
export function specificityOf(
  details: InterestDetails,
  weights: DemandPolicy['specificity'],
): number {
  let described = 0;
  let total = 0;
  for (const detail of order) {
    total += weights[detail];
    if (describes(details, detail)) described += weights[detail];
  }
  return withoutNoise(described / total);
}

/**
 * Lists what is not described yet, heaviest first; of equal ones in the order
 * in which a person is asked for them. Details without weight are left out.
 * @public
 */
export function specificityGaps(
  details: InterestDetails,
  weights: DemandPolicy['specificity'],
): SpecificityGap[] {
  return order
    .filter(detail => weights[detail] > 0 && !describes(details, detail))
    .map(detail => ({ detail, gain: weights[detail] }))
    .sort((a, b) => b.gain - a.gain);
}
