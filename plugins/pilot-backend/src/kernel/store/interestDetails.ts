/** What an interest says beside who asks for what. */
export const interestDetails = [
  'onBehalf',
  'urgency',
  'useCase',
  'alternative',
  'neededBy',
  'expectedUsage',
  'otherwise',
  'contribute',
] as const;

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
