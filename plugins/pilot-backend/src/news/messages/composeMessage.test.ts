import { composeMessage } from './composeMessage';
import { Message } from '../../kernel/announce/Message';
import { MessageFacts, Notice } from './MessageFacts';
import { StoredTarget } from '../../kernel/store/targets/targetRows';
import { StoredInterest } from '../../kernel/store/interests/interestRows';

const now = new Date('2026-11-21T09:01:00.000Z');
const ana = 'user:default/ana';
const owner = 'group:default/partner-tech';

const target = {
  id: 7,
  ref: 'pilot:default/delta-sharing',
  title: 'Partner data sharing',
  owner,
  goneAt: null,
} as StoredTarget;
const ask = (change: Partial<StoredInterest> = {}): StoredInterest =>
  ({
    id: 'a',
    team: 'group:default/payments',
    author: ana,
    useCaseKey: 'default',
    useCase: null,
    otherwise: 'build-own',
    status: 'open',
    statusNote: null,
    withdrawn: false,
    ...change,
  } as StoredInterest);
const facts = (
  interests: StoredInterest[],
  change: Partial<StoredTarget> = {},
): MessageFacts => ({
  details: 'full',
  interests: new Map(
    interests.map(interest => [
      interest.id,
      {
        interest,
        target: { ...target, ...change },
        askedFor: { ...target, ...change },
      },
    ]),
  ),
  teamTitle: team => team.split('/')[1].toLocaleUpperCase('en-US'),
  open: 3,
  toConfirm: [],
});
const about = (
  topic: Message['topic'],
  subjects: string[],
  payload: object = {},
): Message[] =>
  subjects.map(
    subject =>
      ({
        topic,
        recipient: topic === 'status' ? ana : owner,
        scope: 'target:7',
        subject,
        payload,
        dueAt: now,
      } as Message),
  );
const answered = {
  was: 'acknowledged',
  wasNote: null,
  status: 'planned',
  note: 'In Q1.',
};
const planned = ask({ status: 'planned', statusNote: 'In Q1.' });
const compose = (messages: Message[], known: MessageFacts) =>
  composeMessage(messages, known, now);
const words = (notice: Notice | undefined) =>
  notice && [notice.title, notice.description];

describe('what an author reads of an answer', () => {
  it.each([
    [
      'with a note',
      planned,
      answered,
      [
        'Planned: Partner data sharing',
        'For PAYMENTS: "In Q1." Was acknowledged.',
      ],
    ],
    [
      'without one',
      ask({ status: 'adopted' }),
      { ...answered, status: 'adopted', note: null },
      ['Adopted: Partner data sharing', 'For PAYMENTS. Was acknowledged.'],
    ],
    [
      'with another note',
      planned,
      { ...answered, was: 'planned' },
      ['Planned: Partner data sharing', 'For PAYMENTS: "In Q1."'],
    ],
    [
      'that declines',
      ask({ status: 'declined', statusNote: 'Too\n  costly' }),
      { ...answered, status: 'declined', note: 'Too\n  costly' },
      [
        'Declined: Partner data sharing',
        'Reason: "Too costly" You can add another use case.',
      ],
    ],
    ['that was answered anew', ask({ status: 'adopted' }), answered, undefined],
    ['whose note is another', ask({ status: 'planned' }), answered, undefined],
    ['taken back since', { ...planned, withdrawn: true }, answered, undefined],
    [
      'of somebody else',
      { ...planned, author: 'user:default/bo' },
      answered,
      undefined,
    ],
  ])('%s', (_name, interest, payload, expected) => {
    const messages = about('status', ['a'], payload);
    expect(words(compose(messages, facts([interest])))).toEqual(expected);
  });

  it('is one notice for several answers', () => {
    const interests = ['a', 'b', 'c', 'd', 'e'].map(id => ({ ...planned, id }));
    const messages = about('status', ['a', 'b', 'c', 'd', 'e'], answered);
    expect(compose(messages, facts(interests))).toEqual({
      title: '5 answers: Partner data sharing',
      description:
        'PAYMENTS: planned, "In Q1."; PAYMENTS: planned, "In Q1."; PAYMENTS: planned, "In Q1." and 2 more.',
      link: '/pilots/my-needs',
      topic: 'status',
      scope: 'status:target:7',
    });
  });

  it('keeps long words short', () => {
    const note = 'x'.repeat(2000);
    const interest = { ...planned, statusNote: note };
    const long = { title: 't'.repeat(300) };
    const notice = compose(
      about('status', ['a'], { ...answered, note }),
      facts([interest], long),
    );
    expect(notice!.title).toBe(`Planned: ${'t'.repeat(119)}…`);
    expect(notice!.description).toBe(
      `For PAYMENTS: "${'x'.repeat(299)}…" Was acknowledged.`,
    );
  });
});

describe('what an owner reads', () => {
  const link = '/catalog/default/pilot/delta-sharing/demand';

  it('of a new interest', () => {
    const known = facts([ask({ useCaseKey: 'weekly-extracts' })]);
    expect(compose(about('inbox', ['a']), known)).toEqual({
      title: 'New interest in Partner data sharing',
      description: 'PAYMENTS: "Weekly extracts". 3 open.',
      link,
      topic: 'inbox',
      scope: 'inbox:7:2026-11-21',
      exclude: ana,
    });
  });

  it('of several', () => {
    const known = facts([
      ask({ useCase: 'Reports' }),
      ask({ id: 'b', team: 'group:default/ads', author: 'user:default/bo' }),
      ask({ id: 'c', withdrawn: true }),
    ]);
    const notice = compose(about('inbox', ['a', 'b', 'c']), known);
    expect(notice).toMatchObject({
      description: 'PAYMENTS: "Reports"; ADS. 3 open.',
    });
    expect(notice).not.toHaveProperty('exclude');
  });

  it('of a sentence, with one full stop', () => {
    const known = facts([ask({ useCase: 'We need reports.' })]);
    expect(compose(about('inbox', ['a']), known)).toMatchObject({
      description: 'PAYMENTS: "We need reports". 3 open.',
    });
  });

  it('of who plans to build their own', () => {
    const one = compose(about('fragmentation', ['a']), facts([ask()]));
    expect(one).toEqual({
      title: 'PAYMENTS plans to build its own',
      description: 'About Partner data sharing. Talk before they start.',
      link,
      topic: 'fragmentation',
      scope: 'fragmentation:a',
      exclude: ana,
    });
    const two = compose(
      about('fragmentation', ['a', 'b']),
      facts([ask(), ask({ id: 'b', team: 'group:default/ads' })]),
    );
    expect(two).toMatchObject({
      title: '2 teams plan to build their own',
      description:
        'About Partner data sharing: PAYMENTS, ADS. Talk before they start.',
      scope: 'fragmentation:target:7',
    });
  });

  it.each<[string, StoredInterest, Partial<StoredTarget>]>([
    ['was taken back', ask({ withdrawn: true }), {}],
    ['was declined', ask({ status: 'declined' }), {}],
    ['is in what is gone', ask(), { goneAt: now }],
    ['is in what others own now', ask(), { owner: 'group:default/data' }],
    ['turned internal', ask({ team: owner }), {}],
  ])('nothing of an interest that %s', (_name, interest, change) => {
    const known = facts([interest], change);
    expect(compose(about('inbox', ['a']), known)).toBeUndefined();
    expect(compose(about('fragmentation', ['a']), known)).toBeUndefined();
  });

  it('of both at once as one', () => {
    const known = facts([
      ask({ useCaseKey: 'weekly-extracts' }),
      ask({ id: 'b', author: 'user:default/bo', otherwise: null }),
    ]);
    const mixed = [
      ...about('inbox', ['a', 'b']),
      ...about('fragmentation', ['a', 'b']),
    ];
    expect(compose(mixed, known)).toEqual({
      title: 'PAYMENTS plans to build its own',
      description:
        'About Partner data sharing. Talk before they start. New interest in Partner data sharing: PAYMENTS: "Weekly extracts"; PAYMENTS. 3 open.',
      link,
      topic: 'fragmentation',
      scope: 'fragmentation:a',
    });
    const alone = [...about('inbox', ['a']), ...about('fragmentation', ['a'])];
    expect(compose(alone, known)).toHaveProperty('exclude', ana);
  });

  it('nothing new of what they answered meanwhile', () => {
    const known = facts([ask({ status: 'acknowledged' })]);
    expect(compose(about('inbox', ['a']), known)).toBeUndefined();
  });

  it('nothing of a plan that was given up', () => {
    const known = facts([ask({ otherwise: 'wait' })]);
    expect(compose(about('fragmentation', ['a']), known)).toBeUndefined();
  });

  it('the name of a target without a title', () => {
    const known = facts([ask()], { title: null });
    expect(compose(about('inbox', ['a']), known)!.title).toBe(
      'New interest in delta-sharing',
    );
  });
});

describe('what an author reads of their own', () => {
  const due = (count: number) => ({
    ...facts([]),
    toConfirm: Array(count).fill({ interest: ask(), askedFor: target }),
  });
  it.each([
    [0, undefined],
    [
      1,
      [
        'Do you still need Partner data sharing?',
        'Confirm, change or withdraw it.',
      ],
    ],
    [2, ['Do you still need 2 things?', 'Confirm, change or withdraw them.']],
  ])('with %d to confirm', (count, expected) => {
    expect(words(compose(about('confirm', ['confirm']), due(count)))).toEqual(
      expected,
    );
  });

  it('where it went', () => {
    const messages = about('merge', ['Partner exports'], {
      from: 'Partner exports',
      into: 7,
    });
    expect(
      compose(messages, {
        ...facts([]),
        joined: { into: target, from: [], isKnown: true },
      }),
    ).toEqual({
      title: 'Partner exports joined Partner data sharing',
      description: 'Your interest moved with it. Nothing to do.',
      link: '/pilots/my-needs',
      topic: 'merge',
      scope: 'merge:7',
    });
  });
});
