import { StoredProposal } from '../../kernel/store/proposals/proposalRows';
import { composeMessage } from './composeMessage';
import { Message, MessageTopic } from '../../kernel/announce/Message';
import { MessageFacts } from './MessageFacts';
import { MessageDetails } from '../../kernel/config/MessageDetails';
import { StoredTarget } from '../../kernel/store/targets/targetRows';
import { StoredInterest } from '../../kernel/store/interests/interestRows';

const now = new Date('2026-11-21T09:01:00.000Z');
const since = new Date('2026-11-03T10:00:00.000Z');

const ana = 'user:default/ana';
const ada = 'user:default/ada';
const ownerUser = 'user:default/olga';
const ownerGroup = 'group:default/partner-tech';
const approvers = 'group:default/architects';

/** Target of a message; its author once recorded interest for those below. */
const subject = {
  id: 7,
  ref: 'pilot:default/secret-lake',
  title: 'Secret lake',
  owner: ownerGroup,
  goneAt: null,
  mergedInto: null,
  phase: 'retired',
  fixedPhase: 'retired',
  phaseDecision: 'p',
  sums: { teams: 4 },
} as unknown as StoredTarget;
const former = {
  ...subject,
  id: 3,
  ref: 'api:default/exports',
  title: 'My exports',
  owner: null,
  mergedInto: 7,
} as StoredTarget;
const part = { ...former, id: 4, mergedInto: null } as StoredTarget;

const proposal = (state: 'open' | 'approved'): StoredProposal =>
  ({
    id: 'p',
    to: 'retired',
    state,
    bypass: false,
    by: 'user:default/dana',
    reason: 'REASON',
    decided: state === 'open' ? null : { by: ada, reason: 'REASON' },
  } as unknown as StoredProposal);

/** Texts for some alone: the subject, others' teams and words, what became of it. */
const secrets = {
  title: /Secret lake|secret-lake/,
  teams: /TEAM|\b4 teams/,
  words: /USE CASE/,
  reason: /REASON/,
  phase: /retire/,
  names: /dana|DANA|\bada\b|ADA/,
};
type Secret = keyof typeof secrets;

interface Case {
  readonly topic: MessageTopic;
  readonly recipient: string;
  readonly owner?: string;
  /** Target that the recipient recorded; the subject itself if absent. */
  readonly askedFor?: StoredTarget;
  readonly isKnown?: boolean;
  readonly through?: number;
}

function noticeOf(each: Case, details: MessageDetails) {
  const { topic, recipient, askedFor = subject, through = null } = each;
  const target = { ...subject, owner: each.owner ?? ownerGroup };
  const isAnswer = topic === 'status';
  const interest = {
    id: 'i',
    author: ana,
    team: 'group:default/team',
    useCaseKey: 'default',
    useCase: 'USE CASE',
    otherwise: 'build-own',
    status: isAnswer ? 'planned' : 'open',
    statusNote: isAnswer ? 'The note' : null,
    withdrawn: false,
  } as StoredInterest;
  const known = details === 'full' && through === null ? target : askedFor;
  const present = { interest, target, askedFor: known };
  const facts: MessageFacts = {
    details,
    interests: new Map([['i', present]]),
    teamTitle: () => 'TEAM',
    open: 9,
    toConfirm: topic === 'confirm' ? [present] : [],
    joined: {
      into: target,
      from: [former],
      isKnown: details === 'full' || each.isKnown === true,
    },
    expiring:
      topic === 'expiry' ? [{ target, checks: ['governance.tenancy'] }] : [],
    phases: {
      proposals: new Map([
        [
          'p',
          {
            proposal: proposal(topic === 'decision' ? 'open' : 'approved'),
            target,
          },
        ],
      ]),
      asked: new Map([[through ?? target.id, { target: known, since }]]),
      offers: [],
      approvers: [approvers, ownerGroup],
      personName: user => user.split('/')[1].toLocaleUpperCase('en-US'),
    },
  };
  const ofInterest = ['status', 'inbox', 'fragmentation'].includes(topic);
  const message = {
    topic,
    recipient,
    scope: 'target:7',
    subject: ofInterest ? 'i' : 'p',
    payload: {
      was: 'open',
      wasNote: null,
      status: 'planned',
      note: 'The note',
      from: 'What exports became',
      into: 7,
      through,
    },
    dueAt: now,
  } as unknown as Message;
  return composeMessage([message], facts, now)!;
}

/** Topic and recipient, what they read where only the known is told, and which secrets that holds. */
const cases: Array<[string, Case, [string, string, string], Secret[]]> = [
  [
    'an answer, its author',
    { topic: 'status', recipient: ana },
    [
      'Planned: Secret lake',
      'For TEAM: "The note" Was open.',
      '/pilots/my-needs',
    ],
    ['title', 'teams'],
  ],
  [
    'an answer, an author whose interest moved',
    { topic: 'status', recipient: ana, askedFor: former },
    [
      'Planned: My exports',
      'For TEAM: "The note" Was open.',
      '/pilots/my-needs',
    ],
    // Their own team.
    ['teams'],
  ],
  ...[ownerGroup, ownerUser].flatMap((owner): typeof cases => [
    [
      `new interest, the owner ${owner}`,
      { topic: 'inbox', recipient: owner, owner },
      [
        'New interest in Secret lake',
        'TEAM: "USE CASE". 9 open.',
        '/catalog/default/pilot/secret-lake/demand',
      ],
      ['title', 'teams', 'words'],
    ],
    [
      `plans to build, the owner ${owner}`,
      { topic: 'fragmentation', recipient: owner, owner },
      [
        'TEAM plans to build its own',
        'About Secret lake. Talk before they start.',
        '/catalog/default/pilot/secret-lake/demand',
      ],
      ['title', 'teams'],
    ],
    [
      `a decided proposal, the owner ${owner}`,
      { topic: 'decided', recipient: owner, owner },
      [
        'Approved: retire Secret lake',
        'By ADA: "REASON"',
        '/catalog/default/pilot/secret-lake/readiness',
      ],
      ['title', 'reason', 'phase', 'names'],
    ],
  ]),
  [
    'a proposal, approvers who do not own it',
    { topic: 'decision', recipient: approvers },
    [
      'Decision needed',
      'A proposal waits for an approver.',
      '/pilots/portfolio',
    ],
    [],
  ],
  [
    'a proposal, approvers who own it',
    { topic: 'decision', recipient: ownerGroup },
    [
      'Decision needed: retire Secret lake',
      'DANA proposed it: "REASON"',
      '/catalog/default/pilot/secret-lake/readiness',
    ],
    ['title', 'reason', 'phase', 'names'],
  ],
  [
    'a phase, somebody who asked for the Pilot',
    { topic: 'phase', recipient: ana },
    [
      'There is news about Secret lake',
      'You asked for it on 3 Nov.',
      '/catalog/default/pilot/secret-lake',
    ],
    ['title'],
  ],
  [
    'a phase, somebody who asked for a part',
    { topic: 'phase', recipient: ana, askedFor: part, through: 4 },
    [
      'There is news about My exports',
      'You asked for it on 3 Nov.',
      '/catalog/default/api/exports',
    ],
    [],
  ],
  [
    'a phase, somebody whose interest moved',
    { topic: 'phase', recipient: ana, askedFor: former },
    [
      'There is news about My exports',
      'You asked for it on 3 Nov.',
      '/pilots/my-needs',
    ],
    [],
  ],
  [
    'a merge, somebody who knew what it joined',
    { topic: 'merge', recipient: ana, isKnown: true },
    [
      'My exports joined Secret lake',
      'Your interest moved with it. Nothing to do.',
      '/pilots/my-needs',
    ],
    ['title'],
  ],
  [
    'a merge, somebody who did not',
    { topic: 'merge', recipient: ana },
    [
      'My exports joined something else',
      'Your interest moved with it. Nothing to do.',
      '/pilots/my-needs',
    ],
    [],
  ],
  [
    'what to confirm, its author',
    { topic: 'confirm', recipient: ana },
    [
      'Do you still need Secret lake?',
      'Confirm, change or withdraw it.',
      '/pilots/my-needs',
    ],
    ['title'],
  ],
  [
    'what to confirm, an author whose interest moved',
    { topic: 'confirm', recipient: ana, askedFor: former },
    [
      'Do you still need My exports?',
      'Confirm, change or withdraw it.',
      '/pilots/my-needs',
    ],
    [],
  ],
  ...[ownerGroup, ownerUser, ada].map((recipient): (typeof cases)[number] => [
    `what lapses, who owns or waived it: ${recipient}`,
    { topic: 'expiry', recipient },
    [
      '1 answer expires soon',
      'Secret lake: Tenancy.',
      '/catalog/default/pilot/secret-lake/readiness',
    ],
    ['title'],
  ]),
];

describe.each(cases)('of %s', (_name, each, expected, held) => {
  it('a message holds only what its recipient knew or owns', () => {
    const notice = noticeOf(each, 'known');
    const { title, description, link, topic } = notice;
    expect([title, description, link]).toEqual(expected);
    // What a topic names, its message says.
    expect(topic).not.toBe('phase');
    // The recipients do not read who is left out of them.
    const { exclude, ...read } = notice;
    const text = JSON.stringify(read);
    expect(
      Object.entries(secrets)
        .filter(([, pattern]) => pattern.test(text))
        .map(([secret]) => secret),
    ).toEqual(held);
  });
});

it('has a row for every topic', () => {
  const topics: Record<MessageTopic, true> = {
    ...{ status: true, inbox: true, fragmentation: true, confirm: true },
    ...{ merge: true, phase: true, decision: true, decided: true },
    expiry: true,
  };
  expect(new Set(cases.map(([, { topic }]) => topic))).toEqual(
    new Set(Object.keys(topics)),
  );
});

it.each<[Case, string, RegExp]>([
  [
    { topic: 'decision', recipient: approvers },
    'Decision needed: retire Secret lake',
    /REASON/,
  ],
  [{ topic: 'phase', recipient: ana }, 'Secret lake is retired', /REASON/],
  [
    { topic: 'merge', recipient: ana },
    'What exports became joined Secret lake',
    /moved/,
  ],
])('holds more of %j where everybody may read it', (each, title, words) => {
  const notice = noticeOf(each, 'full');
  expect(notice.title).toBe(title);
  expect(notice.description).toMatch(words);
});
