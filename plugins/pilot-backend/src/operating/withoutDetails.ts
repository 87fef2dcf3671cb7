import { withoutText } from '@pilot-to-platform/plugin-pilot-common';

/** The texts of an interest, in its log. */
export const interestTexts = [
  'useCase',
  'alternative',
  'expectedUsage',
] as const;

/** The details of an interest, or some of them, without what its author wrote. */
export function withoutDetails<Details extends Record<string, any>>(
  details: Details,
): Details {
  const texts = interestTexts
    .filter(key => typeof details[key] === 'string')
    .map(key => [
      key,
      withoutText(details[key], key === 'useCase' ? 'useCase' : 'text'),
    ]);
  return { ...details, ...Object.fromEntries(texts) };
}
