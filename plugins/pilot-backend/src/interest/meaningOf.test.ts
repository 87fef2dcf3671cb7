import { removedUseCase } from '@pilot-to-platform/plugin-pilot-common';
import { deepFreeze } from '../__testUtils__/deepFreeze';
import { storedInterest } from '../__testUtils__/storedInterest';
import { StoredInterest } from '../kernel/store/interests/interestRows';
import { meaningOf } from './meaningOf';

const files: Partial<StoredInterest> = { useCase: 'Nightly files' };

const removed = { useCase: removedUseCase };

it.each<[string, Partial<StoredInterest>, Partial<StoredInterest>, boolean]>([
  ['two clicks', {}, {}, true],
  ['a click and an empty use case', {}, { useCase: '' }, true],
  ['a click and a use case', {}, files, false],
  ['the same words', files, files, true],
  ['other words', files, { useCase: 'Daily files' }, false],
  ['other capitals', files, { useCase: 'NIGHTLY Files' }, true],
  ['space around', files, { useCase: '  Nightly files\n' }, true],
  ['more space within', files, { useCase: 'Nightly \n\t files' }, true],
  ['no space within', files, { useCase: 'Nightlyfiles' }, false],
  [
    'a letter that nobody sees',
    files,
    { useCase: 'Night\u200bly files' },
    true,
  ],
  ['letters of full width', files, { useCase: 'Ｎightly files' }, true],
  ['another team', files, { ...files, team: 'group:default/ads' }, false],
  ['another author', files, { ...files, author: 'user:default/ben' }, false],
  ['another key', files, { ...files, useCaseKey: 'files-2' }, true],
  ['texts that are not kept any more', removed, removed, false],
])('%s', (_name, one, other, isSame) => {
  const [first, second] = deepFreeze([
    storedInterest('1', one),
    storedInterest('2', other),
  ]);
  expect(meaningOf(first) === meaningOf(second)).toBe(isSame);
});
