import { defaultDemandPolicy } from '../model/policy';
import { inFull, stateOf, useCase } from './__testUtils__/asks';
import {
  describesUseCase,
  specificityGaps,
  specificityOf,
} from './specificity';

const weights = defaultDemandPolicy.specificity;
const bare = stateOf({ id: 'bare' });

describe('describesUseCase', () => {
  it.each([
    ['nothing', null, false],
    ['an empty text', '', false],
    ['39 characters', 'x'.repeat(39), false],
    ['40 characters', 'x'.repeat(40), true],
    ['39 characters and blanks around', `  ${'x'.repeat(39)} \n`, false],
    ['40 characters and blanks around', `  ${'x'.repeat(40)} \n`, true],
    ['39 emoji, 78 code units', '🚀'.repeat(39), false],
    ['40 emoji', '🚀'.repeat(40), true],
  ])('%s', (_name, text, expected) => {
    expect(describesUseCase(text)).toBe(expected);
  });
});

describe('specificityOf', () => {
  it.each([
    ['nothing described', {}, 0],
    ['a use case', { useCase }, 0.4],
    ['a use case that is too short', { useCase: 'Extracts' }, 0],
    ['an alternative', { alternative: 'By hand' }, 0.2],
    ['a blank alternative', { alternative: '  ' }, 0],
    ['a date', { neededBy: '2027-03-01' }, 0.15],
    ['a date in the past', { neededBy: '1999-12-31' }, 0.15],
    ['an expected usage', { expectedUsage: 'Daily' }, 0.15],
    ['willing to contribute', { contribute: true }, 0.1],
    ['use case and alternative', { useCase, alternative: 'By hand' }, 0.6],
    ['all but the use case', { ...inFull, useCase: null }, 0.6],
    ['all but contributing', { ...inFull, contribute: false }, 0.9],
    ['everything', inFull, 1],
  ])('%s', (_name, details, expected) => {
    expect(specificityOf({ ...bare, ...details }, weights)).toBe(expected);
  });

  it('is exactly 1 in full even where weights add up to 1 only nearly', () => {
    const nearly = { ...weights, useCase: 0.4 + 4e-10 };
    expect(specificityOf({ ...bare, ...inFull }, nearly)).toBe(1);
  });
});

describe('specificityGaps', () => {
  it.each([
    [
      'nothing described',
      {},
      [
        ['useCase', 0.4],
        ['alternative', 0.2],
        ['neededBy', 0.15],
        ['expectedUsage', 0.15],
        ['contribute', 0.1],
      ],
    ],
    [
      'a use case and a date',
      { useCase, neededBy: '2027-03-01' },
      [
        ['alternative', 0.2],
        ['expectedUsage', 0.15],
        ['contribute', 0.1],
      ],
    ],
    ['everything', inFull, []],
  ])('%s', (_name, details, expected) => {
    const gaps = specificityGaps({ ...bare, ...details }, weights);
    expect(gaps.map(({ detail, gain }) => [detail, gain])).toEqual(expected);
  });

  it('follows the policy and leaves out what has no weight', () => {
    const policy = {
      useCase: 0,
      alternative: 0.1,
      neededBy: 0.2,
      expectedUsage: 0.3,
      contribute: 0.4,
    };
    expect(specificityGaps(bare, policy).map(gap => gap.detail)).toEqual([
      'contribute',
      'expectedUsage',
      'neededBy',
      'alternative',
    ]);
  });
});
