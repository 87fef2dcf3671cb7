import {
  StatedText,
  statedTexts,
  withoutText,
} from '@pilot-to-platform/plugin-pilot-common';

/** Replaces a text of an interest by a sign that there was one; of a use case, whether it was described. */
export function withoutStatedText(
  key: StatedText,
  text: string,
): string | null {
  return withoutText(text, key === 'useCase' ? 'useCase' : 'text');
}

/** The details of an interest, or some of them, without what its author wrote. */
export function withoutDetails<Details extends Record<string, any>>(
  details: Details,
): Details {
  const texts = statedTexts
    .filter(key => typeof details[key] === 'string')
    .map(key => [key, withoutStatedText(key, details[key])]);
  return { ...details, ...Object.fromEntries(texts) };
}
