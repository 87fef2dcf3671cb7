import { deepFreeze } from '../__testUtils__/deepFreeze';
import { storedInterest as interest } from '../__testUtils__/storedInterest';
import { decideMove } from './decideMove';
import { StoredInterest } from '../kernel/store/interests/interestRows';

const may = new Date('2026-05-01T00:00:00Z');
const at = new Date('2026-11-20T09:00:00Z');
const old = 'group:default/payments';
const now = 'group:default/billing';

const move = (...interests: StoredInterest[]) =>
  decideMove(
    deepFreeze({
      ...{ field: 'team' as const, from: old, into: now, interests },
      ...{ reason: 'Renamed', actor: 'user:default/root', at },
      halfLifeDays: 120,
    }),
  );

describe('another ref of a team', () => {
  it('takes every interest along as it is', () => {
    const one = interest('1', { status: 'declined', withdrawn: true });
    const { entries, moved, repeated } = move(
      one,
      interest('2', { team: 'group:default/ads' }),
    );
    const state = { ...one, team: now, updatedAt: at, version: 4 };
    const when = { at, actor: 'user:default/root' };
    expect(moved).toEqual([state]);
    expect(repeated).toEqual([]);
    expect(entries).toEqual([
      { ...when, type: 'removed', id: '1' },
      { ...when, type: 'recorded', state },
      {
        ...when,
        ...{ type: 'moved', field: 'team', from: old, into: now },
        reason: 'Renamed',
      },
    ]);
  });

  it('writes nothing where nothing moves', () => {
    expect(move(interest('2', { team: now })).entries).toEqual([]);
  });

  const both: Array<
    [string, Partial<StoredInterest>, Partial<StoredInterest>, object]
  > = [
    [
      'the later one stands, the earlier ends',
      {},
      { confirmedAt: may },
      { key: 'default-2', ended: ['1'] },
    ],
    [
      'the adopted one stands, however old',
      { status: 'adopted' },
      { confirmedAt: may },
      { key: 'default-2', ended: ['9'] },
    ],
    [
      'texts that differ both stand',
      { useCase: 'One' },
      { useCase: 'Two' },
      { key: 'default-2', ended: [] },
    ],
    [
      'texts that are not kept any more both stand',
      { useCase: '[Removed]' },
      { useCase: '[Removed]' },
      { key: 'default-2', ended: [] },
    ],
    [
      'another person has the key of their own',
      { author: 'user:default/ben' },
      {},
      { key: 'default', ended: [] },
    ],
    [
      'another key stays',
      { useCaseKey: 'mine', useCase: 'One' },
      {},
      { key: 'mine', ended: [] },
    ],
  ];
  it.each(both)('of two under both names, %s', (_, from, into, expected) => {
    const { moved, repeated } = move(
      interest('1', from),
      interest('9', { team: now, ...into }),
    );
    expect({
      key: moved[0].useCaseKey,
      ended: repeated.map(({ id }) => id),
    }).toEqual(expected);
    expect(repeated.every(({ withdrawn }) => withdrawn)).toBe(true);
  });
});
