import { deepFreeze } from '../__testUtils__/deepFreeze';
import { storedInterest } from '../__testUtils__/storedInterest';
import { StoredInterest } from '../kernel/store/interests/interestRows';
import { keyOf, repeatedAmong } from './repeatedAmong';

const day = (n: number) => new Date(Date.UTC(2026, 4, n));
const moment = { at: day(9), halfLifeDays: 90 };
const ask = (id: string, of: Partial<StoredInterest> = {}) =>
  storedInterest(id, { confirmedAt: day(1), ...of });

it.each<[string, StoredInterest[], StoredInterest[], string[]]>([
  ['nothing', [], [], []],
  ['nothing that only moves', [ask('1')], [], []],
  ['nothing that was there twice', [], [ask('1'), ask('2')], []],
  ['nothing that moves twice', [ask('1'), ask('2')], [], []],
  ['one of two that are equal', [ask('2')], [ask('1')], ['2']],
  ['whichever side it comes from', [ask('1')], [ask('2')], ['2']],
  [
    'the one that was confirmed earlier',
    [ask('2', { confirmedAt: day(2) })],
    [ask('1')],
    ['1'],
  ],
  [
    'a wish that was confirmed a day after a critical need',
    [ask('2', { urgency: 'important', confirmedAt: day(2) })],
    [ask('1')],
    ['2'],
  ],
  [
    'the one that is not adopted',
    [ask('2', { status: 'adopted' })],
    [ask('1', { confirmedAt: day(2) })],
    ['1'],
  ],
  [
    'both others of three',
    [ask('1'), ask('2')],
    [ask('3', { confirmedAt: day(2) })],
    ['1', '2'],
  ],
  ['no other use case', [ask('2', { useCase: 'Files' })], [ask('1')], []],
  ['nobody else', [ask('2', { author: 'user:default/ben' })], [ask('1')], []],
  [
    'no withdrawn one that moves',
    [ask('2', { withdrawn: true })],
    [ask('1')],
    [],
  ],
  [
    'none beside a withdrawn one',
    [ask('2')],
    [ask('1', { withdrawn: true })],
    [],
  ],
  ['no declined one', [ask('2', { status: 'declined' })], [ask('1')], []],
])('repeats %s', (_name, moved, staying, expected) => {
  const repeated = repeatedAmong(
    deepFreeze(moved),
    deepFreeze(staying),
    moment,
  );
  expect(repeated.map(({ id }) => id)).toEqual(expected);
});

it.each<[string, Partial<StoredInterest>, boolean]>([
  ['another id', {}, true],
  ['another team', { team: 'x' }, false],
  ['another author', { author: 'x' }, false],
  ['another key', { useCaseKey: 'x' }, false],
])('of %s has its own key or not', (_name, of, isSame) => {
  expect(keyOf(ask('1')) === keyOf(ask('2', of))).toBe(isSame);
});
