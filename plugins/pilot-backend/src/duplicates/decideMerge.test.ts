import { deepFreeze } from '../__testUtils__/deepFreeze';
import { storedInterest as interest } from '../__testUtils__/storedInterest';
import { decideMerge } from './decideMerge';
import { StoredInterest } from '../kernel/store/interests/interestRows';

const at = new Date('2026-11-20T09:00:00Z');

const merge = (from: StoredInterest[], into: StoredInterest[]) =>
  decideMerge(
    deepFreeze({
      from: { ref: 'pilot:default/a', interests: from },
      into: { ref: 'pilot:default/b', interests: into },
      reason: 'The same',
      actor: 'user:default/ada',
      at,
      halfLifeDays: 120,
    }),
  );

describe('a merge', () => {
  it('takes an interest out of one log and puts it, as it is, into the other', () => {
    const declined = interest('1', { status: 'declined', withdrawn: true });
    const { left, joined, moved } = merge([declined], []);
    const state = { ...declined, updatedAt: at, version: 4 };
    const when = { at, actor: 'user:default/ada' };
    expect(moved).toEqual([state]);
    expect(left).toEqual([
      { ...when, type: 'removed', id: '1' },
      {
        ...when,
        type: 'mergedInto',
        target: 'pilot:default/b',
        reason: 'The same',
      },
    ]);
    expect(joined).toEqual([
      { ...when, type: 'recorded', state },
      {
        ...when,
        type: 'mergedFrom',
        target: 'pilot:default/a',
        reason: 'The same',
      },
    ]);
  });

  it('is logged where there is nothing to move', () => {
    const { left, joined, moved } = merge([], [interest('1')]);
    expect(moved).toEqual([]);
    expect([left, joined].map(entries => entries.map(e => e.type))).toEqual([
      ['mergedInto'],
      ['mergedFrom'],
    ]);
  });

  const described = 'Partners fetch the weekly sales themselves';
  const later = new Date('2026-05-01T00:00:00Z');
  const ends: Array<
    [string, Partial<StoredInterest>, Partial<StoredInterest>, string[]]
  > = [
    ['two clicks: the older', {}, { confirmedAt: later }, ['1']],
    ['two clicks: the other', { confirmedAt: later }, {}, ['9']],
    [
      'a click and a blank text',
      { useCase: ' ' },
      { confirmedAt: later },
      ['1'],
    ],
    [
      'one text in two spellings',
      { useCase: described, confirmedAt: later },
      { useCase: `  partners FETCH\nthe weekly  sales themselves ` },
      ['9'],
    ],
    [
      'one text with characters that nobody sees',
      { useCase: described, confirmedAt: later },
      { useCase: `\ufeff${described.replace('ly', 'l\u00ady')}\u200b` },
      ['9'],
    ],
    ['two of one day: the one with the later id', {}, {}, ['9']],
    [
      'what is not adopted, however new',
      { status: 'adopted' },
      { confirmedAt: later },
      ['9'],
    ],
    [
      'a wish, however new, and not of a critical need',
      { urgency: 'critical' },
      { urgency: 'nice-to-have', confirmedAt: later },
      ['9'],
    ],
    [
      'the same where the wish is what moves',
      { urgency: 'nice-to-have', confirmedAt: later },
      { urgency: 'critical' },
      ['1'],
    ],
    [
      'a critical need that faded below a wish of today',
      { urgency: 'critical', confirmedAt: new Date('2024-05-01T00:00:00Z') },
      { urgency: 'nice-to-have', confirmedAt: later },
      ['1'],
    ],
    ['other texts: none', { useCase: described }, {}, []],
    ['other teams: none', { team: 'group:default/ads' }, {}, []],
    ['other authors: none', { author: 'user:default/ben' }, {}, []],
    ['a withdrawn one: none', { withdrawn: true }, {}, []],
    ['a withdrawn one there: none', {}, { withdrawn: true }, []],
    ['a declined one: none', {}, { status: 'declined' }, []],
  ];
  it.each(ends)('ends of %s', (_, from, into, expected) => {
    const sides = [interest('1', from), interest('9', into)];
    const { joined, moved, repeated } = merge([sides[0]], [sides[1]]);
    expect(repeated.map(({ id }) => id)).toEqual(expected);
    expect(repeated.every(({ withdrawn }) => withdrawn)).toBe(true);
    // Both are logged as they came.
    expect(moved).toMatchObject([{ ...from, id: '1', version: 4 }]);
    const version = expected[0] === '1' ? 5 : 4;
    expect(joined.map(({ type }) => type)).toEqual([
      'recorded',
      ...expected.map(() => 'withdrawn'),
      'mergedFrom',
    ]);
    expect(joined.slice(1, -1)).toEqual(
      expected.map(id => ({
        type: 'withdrawn',
        id,
        at,
        actor: 'user:default/ada',
        change: { withdrawn: true, version },
      })),
    );
  });

  it('leaves alone what one side says twice by itself', () => {
    const twice = [interest('1'), interest('2', { useCaseKey: 'other' })];
    expect(merge(twice, []).repeated).toEqual([]);
    expect(merge([], twice).repeated).toEqual([]);
    expect(merge(twice, [interest('9')]).repeated).toHaveLength(2);
  });

  const keys: Array<[string, StoredInterest[], StoredInterest[], string[]]> = [
    [
      'is numbered where it is taken',
      [interest('1')],
      [interest('9')],
      ['default-2'],
    ],
    [
      'stays for another team',
      [interest('1', { team: 'group:default/ads' })],
      [interest('9')],
      ['default'],
    ],
    [
      'stays for another author',
      [interest('1', { author: 'user:default/ben' })],
      [interest('9')],
      ['default'],
    ],
    [
      'is not given to one that moves as well',
      [interest('1', { useCaseKey: 'default-2' }), interest('2')],
      [interest('9')],
      ['default-2', 'default-3'],
    ],
    [
      'is taken by a withdrawn one, too',
      [interest('1')],
      [interest('9', { withdrawn: true })],
      ['default-2'],
    ],
  ];
  it.each(keys)('has a use-case key that %s', (_, from, into, expected) => {
    const { moved } = merge(from, into);
    expect(moved.map(({ useCaseKey }) => useCaseKey)).toEqual(expected);
  });
});
