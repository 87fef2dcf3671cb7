import type { DemandCounts } from '../../model/demand';

/** Counts of which most are 0. */
export const countsOf = (given: Partial<DemandCounts>): DemandCounts => ({
  interests: 0,
  teams: 0,
  useCases: 0,
  adopters: 0,
  internal: 0,
  ...given,
});
