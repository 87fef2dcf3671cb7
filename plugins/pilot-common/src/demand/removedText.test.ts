import { describesUseCase, specificityOf } from './specificity';
import { defaultDemandPolicy } from '../model/policy';
import {
  isRemovedText,
  removedText,
  removedUseCase,
  withoutText,
} from './removedText';

it.each([
  ['a described use case', 'x'.repeat(40), 'useCase', removedUseCase],
  ['a short one', 'x'.repeat(39), 'useCase', removedText],
  ['another text', 'x', 'text', removedText],
  ['nothing that is seen', '  ', 'useCase', null],
  ['none', null, 'text', null],
] as const)('leaves of %s what it counts for', (_, text, kind, expected) => {
  expect(withoutText(text, kind)).toBe(expected);
  expect(withoutText(expected, kind)).toBe(expected);
  expect(isRemovedText(expected)).toBe(expected !== null);
});

it('changes no specificity', () => {
  for (const length of [0, 1, 39, 40, 200]) {
    const text = 'x'.repeat(length);
    const details = {
      useCase: text,
      alternative: text,
      expectedUsage: text,
      neededBy: null,
      contribute: true,
    };
    const without = {
      ...details,
      useCase: withoutText(text, 'useCase'),
      alternative: withoutText(text, 'text'),
      expectedUsage: withoutText(text, 'text'),
    };
    expect(describesUseCase(without.useCase)).toBe(describesUseCase(text));
    const weights = defaultDemandPolicy.specificity;
    expect(specificityOf(without, weights)).toBe(
      specificityOf(details, weights),
    );
  }
});
