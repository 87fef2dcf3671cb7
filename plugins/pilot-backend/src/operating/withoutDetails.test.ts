import {
  removedText,
  removedUseCase,
} from '@pilot-to-platform/plugin-pilot-common';
import { deepFreeze } from '../__testUtils__/deepFreeze';
import { withoutDetails } from './withoutDetails';

const long = 'Nightly files of all our partners, by eight in the morning';

it.each<[string, object, object]>([
  ['nothing', {}, {}],
  ['a use case', { useCase: long }, { useCase: removedUseCase }],
  ['a short use case', { useCase: 'Files' }, { useCase: removedText }],
  ['an alternative', { alternative: long }, { alternative: removedText }],
  ['a usage', { expectedUsage: long }, { expectedUsage: removedText }],
  ['an empty text', { alternative: ' ' }, { alternative: null }],
  ['no text', { useCase: null }, { useCase: null }],
])('of %s keeps that it was there', (_name, details, expected) => {
  expect(withoutDetails(deepFreeze(details))).toEqual(expected);
});

it('leaves what is no text', () => {
  const details = { urgency: 'critical', neededBy: '2026-12-24', team: long };
  expect(withoutDetails(deepFreeze(details))).toEqual(details);
});
