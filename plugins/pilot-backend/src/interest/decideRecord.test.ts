import {
  removedText,
  removedUseCase,
} from '@pilot-to-platform/plugin-pilot-common';
import { deepFreeze } from '../__testUtils__/deepFreeze';
import { storedInterest } from '../__testUtils__/storedInterest';
import { noDetails } from '../kernel/store/interests/interestDetails';
import { StoredInterest } from '../kernel/store/interests/interestRows';
import { decideRecord, RecordSituation } from './decideRecord';

const at = new Date('2026-11-20T09:00:00Z');
const merged = new Date('2026-10-01T00:00:00Z');
const ana = 'user:default/ana';
const payments = 'group:default/payments';
const checkout = 'group:default/checkout';

type Command = Partial<RecordSituation['command']>;
type Rest = Partial<Omit<RecordSituation, 'command' | 'interests'>>;

const record = (
  interests: readonly StoredInterest[],
  command: Command = {},
  rest: Rest = {},
) =>
  decideRecord(
    deepFreeze({
      interests,
      command: { team: payments, ...command },
      author: ana,
      onBehalf: false,
      newId: 'new',
      at,
      ...rest,
    }),
  );

/** One of Ana's that says little. */
const click = storedInterest('1', { urgency: 'important' });
const blank: StoredInterest = {
  id: 'new',
  team: payments,
  author: ana,
  useCaseKey: 'default',
  ...noDetails,
  status: 'open',
  statusNote: null,
  statusAt: null,
  statusBy: null,
  withdrawn: false,
  createdAt: at,
  updatedAt: at,
  confirmedAt: at,
  version: 1,
};

describe('a first interest', () => {
  const rows: Array<
    [string, Command, Rest, Partial<StoredInterest>, readonly string[]]
  > = [
    ['of one click says nothing else', {}, {}, {}, []],
    [
      'says what is given, and lists it',
      { urgency: 'critical', useCase: 'Files', contribute: true },
      {},
      { urgency: 'critical', useCase: 'Files', contribute: true },
      ['urgency', 'useCase', 'contribute'],
    ],
    [
      'lists what is said to be as it is by default',
      { urgency: 'important', otherwise: null, contribute: false },
      {},
      {},
      ['urgency', 'otherwise', 'contribute'],
    ],
    [
      'says every detail',
      {
        urgency: 'nice-to-have',
        useCase: 'Files',
        alternative: 'Mail',
        neededBy: '2027-01-01',
        expectedUsage: 'Daily',
        otherwise: 'wait',
        contribute: true,
      },
      {},
      {
        urgency: 'nice-to-have',
        useCase: 'Files',
        alternative: 'Mail',
        neededBy: '2027-01-01',
        expectedUsage: 'Daily',
        otherwise: 'wait',
        contribute: true,
      },
      [
        'urgency',
        'useCase',
        'alternative',
        'neededBy',
        'expectedUsage',
        'otherwise',
        'contribute',
      ],
    ],
    [
      'has the key that is given',
      { useCaseKey: 'extracts' },
      {},
      { useCaseKey: 'extracts' },
      [],
    ],
    [
      'on behalf of a team says so',
      {},
      { onBehalf: true },
      { onBehalf: true },
      ['onBehalf'],
    ],
  ];
  it.each(rows)('%s', (_, command, rest, expected, said) => {
    const interest = { ...blank, ...expected };
    expect(record([], command, rest)).toEqual({
      interest,
      entry: {
        type: 'recorded',
        at,
        actor: ana,
        said: ['withdrawn', ...said],
        state: interest,
      },
    });
  });

  const beside: Array<[string, StoredInterest, Command]> = [
    [
      'another author has the key',
      storedInterest('1', { author: 'user:default/ben' }),
      {},
    ],
    ['another team has the key', storedInterest('1', { team: checkout }), {}],
    ['the key is another', click, { useCaseKey: 'extracts' }],
  ];
  it.each(beside)('is a new one where %s', (_, known, command) => {
    const decision = record([known], command);
    expect([decision.before, decision.interest.id]).toEqual([undefined, 'new']);
  });
});

describe('an interest that stands', () => {
  const full = storedInterest('1', {
    useCase: 'Files',
    alternative: 'Mail',
    neededBy: '2027-03-01',
    expectedUsage: 'Daily',
    otherwise: 'wait',
    contribute: true,
  });
  const same: Array<[string, Command, Rest]> = [
    ['an omitted field', {}, {}],
    ['the id alone', { id: '1' }, {}],
    ['its key', { useCaseKey: 'default' }, {}],
    ['its id and its key', { id: '1', useCaseKey: 'default' }, {}],
    [
      'all that it says',
      {
        urgency: 'critical',
        useCase: 'Files',
        alternative: 'Mail',
        neededBy: '2027-03-01',
        expectedUsage: 'Daily',
        otherwise: 'wait',
        contribute: true,
      },
      {},
    ],
    ['another right to speak for the same team', {}, { onBehalf: true }],
    [
      'when a merge was, while it is not withdrawn',
      {},
      { joinedAt: new Set() },
    ],
  ];
  it.each(same)('is not changed by %s', (_, command, rest) => {
    expect(record([full], command, rest)).toEqual({
      before: full,
      interest: full,
    });
  });

  const changes: Array<
    [string, Command, Rest, Partial<StoredInterest>, object | undefined]
  > = [
    [
      'a text that is given',
      { useCase: 'Streams' },
      {},
      { useCase: 'Streams' },
      undefined,
    ],
    [
      'null, which clears',
      { alternative: null, neededBy: null, otherwise: null },
      {},
      { alternative: null, neededBy: null, otherwise: null },
      undefined,
    ],
    [
      'one of two fields, while the other is noted as said',
      { urgency: 'important', useCase: 'Files' },
      {},
      { urgency: 'important' },
      { useCase: 'Files' },
    ],
    [
      'its id under another team and key',
      { id: '1', team: checkout, useCaseKey: 'extracts' },
      {},
      { team: checkout, useCaseKey: 'extracts' },
      undefined,
    ],
    [
      'another team that its author speaks for',
      { id: '1', team: checkout },
      { onBehalf: true },
      { team: checkout, onBehalf: true },
      undefined,
    ],
  ];
  it.each(changes)('is changed by %s', (_, command, rest, expected, also) => {
    const change = { ...expected, confirmedAt: at, version: 4 };
    expect(record([full], command, rest)).toEqual({
      before: full,
      interest: { ...full, ...change, updatedAt: at },
      entry: {
        type: 'changed',
        at,
        actor: ana,
        id: '1',
        change,
        ...(also && { also }),
      },
    });
  });
});

describe('an interest that its author withdrew', () => {
  const gone = { ...click, withdrawn: true };
  const comesBack = (change: object) => ({
    ...change,
    withdrawn: false,
    confirmedAt: at,
    version: 4,
  });

  it('is reopened as it was, with what the owner answered', () => {
    const answered: StoredInterest = {
      ...gone,
      status: 'planned',
      statusNote: 'In Q1',
    };
    const change = comesBack({});
    expect(record([answered])).toEqual({
      before: answered,
      interest: { ...answered, ...change, updatedAt: at },
      entry: { type: 'reopened', at, actor: ana, id: '1', change },
    });
  });

  const texts: Array<
    [string, Partial<StoredInterest>, Command, Partial<StoredInterest>]
  > = [
    [
      'says what is asked for now',
      { useCase: 'Files' },
      { useCase: 'Streams' },
      { useCase: 'Streams' },
    ],
    [
      'lacks texts that are not kept any more',
      {
        useCase: removedUseCase,
        alternative: removedText,
        expectedUsage: removedText,
      },
      {},
      { useCase: null, alternative: null, expectedUsage: null },
    ],
    [
      'says anew what was not kept',
      { useCase: removedUseCase, alternative: removedText },
      { useCase: 'Files' },
      { useCase: 'Files', alternative: null },
    ],
    [
      'keeps texts that are there',
      { useCase: 'Files', alternative: 'Mail' },
      {},
      {},
    ],
  ];
  it.each(texts)('comes back and %s', (_, known, command, expected) => {
    const { interest, entry } = record([{ ...gone, ...known }], command);
    const change = comesBack(expected);
    expect(interest).toEqual({ ...gone, ...known, ...change, updatedAt: at });
    expect(entry).toMatchObject({ type: 'reopened', change });
  });

  it('does not lose texts that are not kept while it stands', () => {
    const standing = { ...click, useCase: removedUseCase };
    expect(record([standing])).toEqual({
      before: standing,
      interest: standing,
    });
  });

  const joined = new Set([merged.getTime()]);
  const byMerge = { ...gone, useCase: 'Files', updatedAt: merged };
  const numbered = storedInterest('2', {
    useCaseKey: 'default-2',
    useCase: ' files',
  });
  const found: Array<
    [string, readonly StoredInterest[], Command, Rest, string]
  > = [
    [
      'stays withdrawn where a merge kept the same under a number',
      [byMerge, numbered],
      {},
      { joinedAt: joined },
      '2',
    ],
    [
      'comes back where its author withdrew it, merge or not',
      [{ ...byMerge, updatedAt: at }, numbered],
      {},
      { joinedAt: joined },
      '1',
    ],
    ['comes back where nothing was merged', [byMerge, numbered], {}, {}, '1'],
    [
      'comes back where nothing says the same',
      [byMerge, { ...numbered, useCase: 'Streams' }],
      {},
      { joinedAt: joined },
      '1',
    ],
    [
      'comes back by its id, whatever says the same',
      [byMerge, numbered],
      { id: '1' },
      { joinedAt: joined },
      '1',
    ],
    [
      'comes back where only somebody else says the same',
      [byMerge, { ...numbered, author: 'user:default/ben' }],
      {},
      { joinedAt: joined },
      '1',
    ],
  ];
  it.each(found)('%s', (_, interests, command, rest, id) => {
    expect(record(interests, command, rest).interest.id).toBe(id);
  });

  it.each<[string, Command]>([
    ['no key', {}],
    ['the key that was asked for', { useCaseKey: 'default' }],
  ])('leaves what stands for it under its own key, given %s', (_, command) => {
    const interests = [byMerge, numbered];
    const { interest, entry } = record(
      interests,
      { ...command, urgency: 'important' },
      { joinedAt: joined },
    );
    expect(interest).toMatchObject({ id: '2', useCaseKey: 'default-2' });
    expect(entry).toMatchObject({ type: 'changed' });
    expect(entry).not.toHaveProperty('change.useCaseKey');
  });
});

describe('what an import said', () => {
  const importedOne = (imported: StoredInterest['imported']) => ({
    ...click,
    useCase: 'Files',
    neededBy: '2026-02-01',
    imported,
  });
  it('is confirmed by the first press, and is a person’s word from then on', () => {
    const before = importedOne(['press', 'useCase', 'withdrawn', 'status']);
    const change = { confirmedAt: at, version: 4 };
    expect(record([before])).toEqual({
      before,
      interest: {
        ...before,
        ...change,
        updatedAt: at,
        imported: ['useCase', 'status'],
      },
      entry: { type: 'confirmed', at, actor: ana, id: '1', change },
    });
  });

  const said: Array<
    [string, StoredInterest['imported'], Command, object, readonly string[]]
  > = [
    [
      'every detail, before anybody pressed',
      ['press', 'useCase', 'urgency'],
      { useCase: 'Files' },
      { useCase: 'Files' },
      ['urgency'],
    ],
    [
      'a detail that an import said since',
      ['useCase', 'urgency'],
      { useCase: 'Files' },
      { useCase: 'Files' },
      ['urgency'],
    ],
    [
      'a use-case key, before anybody pressed',
      ['press'],
      { useCaseKey: 'default' },
      { useCaseKey: 'default' },
      [],
    ],
  ];
  it.each(said)(
    'is said anew by the same words: %s',
    (_, imported, command, expected, left) => {
      const { interest, entry } = record([importedOne(imported)], command);
      expect(interest.imported).toEqual(left);
      expect(entry).toMatchObject({ type: 'changed' });
      expect((entry as { change: object }).change).toEqual({
        ...expected,
        confirmedAt: at,
        version: 4,
      });
    },
  );

  it('is not said anew by words about something else', () => {
    const before = importedOne(['useCase']);
    expect(record([before], { urgency: 'important' })).toEqual({
      before,
      interest: before,
    });
  });
});

describe('a day by which it is needed', () => {
  const late = { at: new Date('2026-11-20T11:59:59Z') };
  it.each([
    ['the day on which it is said', '2026-11-20'],
    ['a later one', '2026-11-21'],
    ['the day that it still is in UTC−12', '2026-11-19'],
  ])('may be %s', (_, neededBy) => {
    expect(record([click], { neededBy }, late).interest.neededBy).toBe(
      neededBy,
    );
  });

  it('may not be a day that is over everywhere', () => {
    expect(() => record([click], { neededBy: '2026-11-18' }, late)).toThrow(
      'neededBy: 2026-11-18 is in the past; give today or a later day, or leave it out',
    );
  });

  it('ends with UTC−12, at noon in UTC', () => {
    const noon = { at: new Date('2026-11-20T12:00:00Z') };
    expect(() => record([click], { neededBy: '2026-11-19' }, noon)).toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });

  it('may be past where it stands already', () => {
    const before = { ...click, neededBy: '2026-02-01' };
    const { interest } = record([before], {
      neededBy: '2026-02-01',
      urgency: 'critical',
    });
    expect(interest).toMatchObject({
      neededBy: '2026-02-01',
      urgency: 'critical',
    });
  });

  it('may be past where an import said it and a person says it again', () => {
    const before: StoredInterest = {
      ...click,
      neededBy: '2026-02-01',
      imported: ['press', 'neededBy'],
    };
    expect(record([before], { neededBy: '2026-02-01' }).entry).toMatchObject({
      type: 'changed',
      change: { neededBy: '2026-02-01' },
    });
  });

  it('is refused in a first interest, too', () => {
    expect(() => record([], { neededBy: '2026-02-01' })).toThrow(/^neededBy: /);
  });
});

describe('a refusal', () => {
  const second = storedInterest('2', { useCaseKey: 'second' });
  const hundred = Array.from({ length: 100 }, (_, n) =>
    storedInterest(`${n}`, { useCaseKey: `key-${n}`, withdrawn: n % 2 === 0 }),
  );
  const rows: Array<
    [string, readonly StoredInterest[], Command, string, string]
  > = [
    [
      'of an id that nobody has',
      [click],
      { id: 'x' },
      'NotFoundError',
      'id: you have no interest x in this target; leave id out to record a new one',
    ],
    [
      'of an id that somebody else has',
      [{ ...click, author: 'user:default/ben' }],
      { id: '1' },
      'NotFoundError',
      'id: you have no interest 1 in this target; leave id out to record a new one',
    ],
    [
      'of a key that another one of mine has',
      [click, second],
      { id: '2', useCaseKey: 'default' },
      'ConflictError',
      `useCaseKey: default is taken by your interest 1 for ${payments}; choose another key`,
    ],
    [
      'of a team in which another one of mine has the key',
      [click, storedInterest('3', { team: checkout })],
      { id: '1', team: checkout },
      'ConflictError',
      `useCaseKey: default is taken by your interest 3 for ${checkout}; choose another key`,
    ],
    [
      'of what was declined',
      [{ ...click, status: 'declined' }],
      {},
      'ConflictError',
      'declined: the owner declined this interest; record another use case under a useCaseKey of its own',
    ],
    [
      'of what was declined with a note',
      [{ ...click, status: 'declined', statusNote: 'Costly' }],
      {},
      'ConflictError',
      'declined: the owner declined this interest ("Costly"); record another use case under a useCaseKey of its own',
    ],
    [
      'of what was declined and is withdrawn',
      [{ ...click, status: 'declined', withdrawn: true }],
      { id: '1' },
      'ConflictError',
      'declined: the owner declined this interest; record another use case under a useCaseKey of its own',
    ],
    [
      'of one use case more than a hundred, withdrawn ones included',
      hundred,
      { useCaseKey: 'another' },
      'ConflictError',
      'useCaseKey: you have 100 use cases in this target, withdrawn ones included, and more than 100 are not taken; change one of them, by its team and useCaseKey or by its id',
    ],
  ];
  it.each(rows)('%s', (_, interests, command, name, message) => {
    expect(() => record(interests, command)).toThrow(
      expect.objectContaining({ name, message }),
    );
  });

  it('is not for one of a hundred, nor for somebody else’s', () => {
    expect(record(hundred, { useCaseKey: 'key-2' }).interest.id).toBe('2');
    const others = hundred.map((each, n) =>
      n === 0 ? { ...each, author: 'user:default/ben' } : each,
    );
    expect(record(others, { useCaseKey: 'another' }).interest.id).toBe('new');
  });
});
