import { deepFreeze } from '../__testUtils__/deepFreeze';
import { storedInterest } from '../__testUtils__/storedInterest';
import { StoredInterest } from '../kernel/store/interests/interestRows';
import { decideConfirm } from './decideConfirm';

const at = new Date('2026-11-20T09:00:00Z');
const secondsAgo = (seconds: number) => new Date(at.getTime() - seconds * 1000);
const confirm = (of: Partial<StoredInterest>) => {
  const before = deepFreeze(storedInterest('1', of));
  return { before, decision: decideConfirm(before, at) };
};

const confirmed: Array<[string, Partial<StoredInterest>, object]> = [
  ['is open', {}, {}],
  ['is acknowledged', { status: 'acknowledged', statusNote: 'Seen' }, {}],
  ['is planned', { status: 'planned' }, {}],
  ['was confirmed a minute ago', { confirmedAt: secondsAgo(60) }, {}],
  [
    'an import brought, which a person says from then on',
    { imported: ['press', 'useCase', 'withdrawn', 'status'] },
    { imported: ['useCase', 'status'] },
  ],
];
it.each(confirmed)('confirms what %s', (_, of, more) => {
  const { before, decision } = confirm(of);
  const change = { confirmedAt: at, version: 4 };
  expect(decision).toEqual({
    before,
    interest: { ...before, ...change, updatedAt: at, ...more },
    entry: {
      type: 'confirmed',
      at,
      actor: 'user:default/ana',
      id: '1',
      change,
    },
  });
});

it.each<[string, Date]>([
  ['just now', at],
  ['less than a minute ago', secondsAgo(59.999)],
  ['by a clock that is ahead', secondsAgo(-30)],
])('takes it for a retry where it was confirmed %s', (_, confirmedAt) => {
  const { before, decision } = confirm({ confirmedAt });
  expect(decision).toEqual({ before, interest: before });
});

it.each<[string, Partial<StoredInterest>, string]>([
  [
    'withdrawn',
    { withdrawn: true },
    'withdrawn: only an interest that stands can be confirmed',
  ],
  [
    'withdrawn and declined',
    { withdrawn: true, status: 'declined' },
    'withdrawn: only an interest that stands can be confirmed',
  ],
  [
    'declined',
    { status: 'declined' },
    'declined: only an interest that stands can be confirmed',
  ],
  [
    'adopted',
    { status: 'adopted' },
    'adopted: an interest that is served needs no confirmation',
  ],
])('refuses what is %s', (_, of, message) => {
  expect(() => confirm(of)).toThrow(
    expect.objectContaining({ name: 'ConflictError', message }),
  );
});
