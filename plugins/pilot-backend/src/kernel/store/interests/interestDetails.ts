import {
  noDetails as nothingStated,
  statedDetails,
  type StatedDetail,
} from '@pilot-to-platform/plugin-pilot-common';

/** The details of an interest, with what follows from who the author is. */
export const interestDetails = ['onBehalf', ...statedDetails] as const;

/** The details of an interest that says nothing. */
export const noDetails = { onBehalf: false, ...nothingStated } as const;

/** Takes of an interest what its author says. */
export function statedIn<Interest extends Record<StatedDetail, unknown>>(
  interest: Interest,
): Pick<Interest, StatedDetail> {
  return Object.fromEntries(
    statedDetails.map(key => [key, interest[key]]),
  ) as Pick<Interest, StatedDetail>;
}
