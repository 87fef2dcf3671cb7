/** Details that the author gives of an interest, beside who asks for what. */
export const statedDetails = [
  'urgency',
  'useCase',
  'alternative',
  'neededBy',
  'expectedUsage',
  'otherwise',
  'contribute',
] as const;

type StatedDetail = (typeof statedDetails)[number];

/** The same, with what follows from who the author is. */
export const interestDetails = ['onBehalf', ...statedDetails] as const;

/** The details of an interest that says nothing. */
export const noDetails = {
  onBehalf: false,
  urgency: 'important',
  useCase: null,
  alternative: null,
  neededBy: null,
  expectedUsage: null,
  otherwise: null,
  contribute: false,
} as const;

/** Takes of an interest what its author says. */
export function statedIn<Interest extends Record<StatedDetail, unknown>>(
  interest: Interest,
): Pick<Interest, StatedDetail> {
  return Object.fromEntries(
    statedDetails.map(key => [key, interest[key]]),
  ) as Pick<Interest, StatedDetail>;
}
