import { deepFreeze } from '../__testUtils__/deepFreeze';
import { storedInterest } from '../__testUtils__/storedInterest';
import { StoredInterest } from '../kernel/store/interests/interestRows';
import { changesProjection } from './Decision';

it.each<[string, Partial<StoredInterest> | undefined, boolean]>([
  ['is new', undefined, true],
  ['stands as it stood', {}, false],
  ['says more', { useCase: 'Files', version: 4 }, false],
  ['is of another team', { team: 'group:default/ads' }, true],
  ['has another status', { status: 'adopted' }, true],
  ['was withdrawn', { withdrawn: true }, true],
])('of an interest that %s', (_name, was, expected) => {
  const interest = storedInterest('i-1');
  const before = was && storedInterest('i-1', was);
  expect(changesProjection(deepFreeze({ before, interest }))).toBe(expected);
});
