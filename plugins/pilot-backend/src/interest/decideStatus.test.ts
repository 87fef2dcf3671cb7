import { deepFreeze } from '../__testUtils__/deepFreeze';
import { storedInterest } from '../__testUtils__/storedInterest';
import { decideStatus } from './decideStatus';
import { describeChange } from './describeChange';
import { StoredInterest } from '../kernel/store/interests/interestRows';

const earlier = new Date('2026-11-01T08:00:00.000Z');
const at = new Date('2026-11-21T09:00:00.000Z');
const by = 'user:default/dana';

const interest = deepFreeze(
  storedInterest('i-1', {
    ...{ urgency: 'important', version: 4 },
    ...{ createdAt: earlier, updatedAt: earlier, confirmedAt: earlier },
  }),
);
const answered = deepFreeze<StoredInterest>({
  ...interest,
  status: 'planned',
  statusNote: 'In Q1.',
  statusAt: earlier,
  statusBy: 'user:default/dora',
});

describe('decideStatus', () => {
  it('answers, and logs status, note and withdrawn together', () => {
    const command = { status: 'planned', note: 'In Q1.', version: 4 } as const;
    const answer = {
      status: 'planned',
      statusNote: 'In Q1.',
      withdrawn: false,
      statusAt: at,
      statusBy: by,
      version: 5,
    };
    expect(decideStatus(interest, { command, by, at })).toEqual({
      before: interest,
      interest: { ...interest, ...answer, updatedAt: at },
      entry: { type: 'status', at, actor: by, id: 'i-1', change: answer },
    });
  });

  it.each([
    ['the same again', { note: 'In Q1.', version: 4 }],
    ['a repeated request', { note: 'In Q1.', version: 3 }],
  ])('changes nothing for %s', (_name, rest) => {
    const command = { status: 'planned', ...rest } as const;
    expect(decideStatus(answered, { command, by, at })).toEqual({
      before: answered,
      interest: answered,
    });
  });

  it.each([
    ['another note', { status: 'planned', note: 'In Q2.' }, 'In Q2.'],
    ['no note', { status: 'planned' }, null],
    ['another status', { status: 'open' }, null],
  ] as const)('takes %s for a new answer', (_name, rest, note) => {
    const command = { ...rest, version: 4 };
    const { interest: after, entry } = decideStatus(answered, {
      command,
      by,
      at,
    });
    expect([after.statusNote, after.version, entry?.type]).toEqual([
      note,
      5,
      'status',
    ]);
  });

  it.each<[string, Partial<StoredInterest>, readonly string[]]>([
    ['is given once more by the owner', {}, ['useCase']],
    ['is given anew', { status: 'open', statusNote: null }, ['useCase']],
  ])('takes over what an import said of the status: it %s', (_, of, left) => {
    const imported = ['useCase', 'status', 'withdrawn'] as const;
    const before = deepFreeze({ ...answered, ...of, imported });
    const command = { status: 'planned', note: 'In Q1.', version: 4 } as const;
    const decision = decideStatus(before, { command, by, at });
    expect(decision.interest).toMatchObject({ imported: left, statusBy: by });
    expect(decision.entry?.type).toBe('status');
  });

  it('changes nothing where an import said only other parts', () => {
    const before = deepFreeze({ ...answered, imported: ['press'] as const });
    const command = { status: 'planned', note: 'In Q1.', version: 3 } as const;
    expect(decideStatus(before, { command, by, at })).toEqual({
      before,
      interest: before,
    });
  });

  it('refuses an answer to another version, and hands on what stands', () => {
    const command = { status: 'adopted', version: 3 } as const;
    expect(() => decideStatus(answered, { command, by, at })).toThrow(
      expect.objectContaining({ name: 'ConflictError', standing: answered }),
    );
  });

  it('refuses to answer what its author took back, whatever the version', () => {
    const command = { status: 'planned', version: 1 } as const;
    expect(() =>
      decideStatus({ ...interest, withdrawn: true }, { command, by, at }),
    ).toThrow(/^withdrawn: /);
  });
});

describe('describeChange', () => {
  const on = 'on 2026-11-01T08:00:00.000Z; answer version 4';
  it.each([
    ['the owner answered last', answered, true, `by user:default/dora ${on}`],
    ['the author changed it last', interest, true, `by user:default/ana ${on}`],
    ['authors are not shown', interest, false, on],
    ['nobody is shown', answered, false, on],
  ])('says what is known where %s', (_name, standing, showAuthors, said) => {
    expect(describeChange(standing, { showAuthors })).toBe(
      `version: Changed ${said}, which is in current`,
    );
  });
});
