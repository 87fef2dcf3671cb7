import { deepFreeze } from '../__testUtils__/deepFreeze';
import { storedInterest } from '../__testUtils__/storedInterest';
import { StoredInterest } from '../kernel/store/interests/interestRows';
import { decideWithdraw } from './decideWithdraw';

const at = new Date('2026-11-20T09:00:00Z');
const withdraw = (of: Partial<StoredInterest>) => {
  const before = deepFreeze(storedInterest('1', of));
  return { before, decision: decideWithdraw(before, at) };
};

it.each<[string, Partial<StoredInterest>, object]>([
  ['an open one', {}, {}],
  [
    'an answered one, and keeps the answer',
    { status: 'declined', statusNote: 'No', statusBy: 'user:default/dana' },
    {},
  ],
  [
    'an imported one, which a person said from then on',
    { imported: ['press', 'withdrawn'] },
    { imported: ['press'] },
  ],
  [
    'one that an import withdrew, as the person’s own word',
    { withdrawn: true, imported: ['withdrawn', 'useCase'] },
    { imported: ['useCase'] },
  ],
])('withdraws %s', (_, of, more) => {
  const { before, decision } = withdraw(of);
  const change = { withdrawn: true, version: 4 };
  expect(decision).toEqual({
    before,
    interest: { ...before, ...change, updatedAt: at, ...more },
    entry: {
      type: 'withdrawn',
      at,
      actor: 'user:default/ana',
      id: '1',
      change,
    },
  });
});

it.each<[string, Partial<StoredInterest>]>([
  ['is withdrawn', { withdrawn: true }],
  [
    'a person withdrew after an import',
    { withdrawn: true, imported: ['press', 'useCase'] },
  ],
])('changes nothing about what %s', (_, of) => {
  const { before, decision } = withdraw(of);
  expect(decision).toEqual({ before, interest: before });
});
