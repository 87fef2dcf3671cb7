import { DecisionSnapshot } from '@pilot-to-platform/plugin-pilot-common';
import { deepFreeze } from '../__testUtils__/deepFreeze';
import { StoredProposal } from '../kernel/store/proposals/proposalRows';
import { messagesForDecision, messagesForProposal } from './messagesForPhase';

const at = new Date('2026-11-20T09:00:00Z');
const dueAt = new Date('2026-11-20T09:01:00Z');
const [ada, ana, ben] = ['ada', 'ana', 'ben'].map(n => `user:default/${n}`);
const owner = 'group:default/partner-tech';
const target = { id: 7, owner };

const decidedAs = (state: StoredProposal['state'], by = ada) => {
  const snapshot = { asOf: at.toISOString() } as DecisionSnapshot;
  return deepFreeze<StoredProposal>({
    ...{ id: 'p1', targetId: 7, from: 'demand', to: 'retired', reason: 'Why' },
    ...{ bypass: false, by: 'user:default/dana', at, snapshot, state },
    decided: { by, at, reason: 'Yes', snapshot, phase: 'retired' },
    version: 2,
  });
};

it('asks each Group of approvers about a proposal', () => {
  const approvers = deepFreeze(['group:default/a', 'group:default/b']);
  expect(messagesForProposal({ id: 'p1' }, target, approvers, at)).toEqual(
    approvers.map(recipient => ({
      topic: 'decision',
      recipient,
      scope: 'target:7',
      subject: 'p1',
      payload: {},
      dueAt,
    })),
  );
});

it('asks nobody where there are no approvers', () => {
  expect(messagesForProposal({ id: 'p1' }, target, [], at)).toEqual([]);
});

type AskedAuthors = ReadonlyArray<{ author: string; target: number }>;
const rows: Array<
  [
    string,
    StoredProposal,
    { id: number; owner: string | null },
    AskedAuthors,
    string[],
  ]
> = [
  [
    'tells the owner and who asked for it, once each',
    decidedAs('approved'),
    target,
    [
      { author: ana, target: 7 },
      { author: ana, target: 7 },
      { author: ben, target: 7 },
    ],
    [
      `decided ${owner} target:7`,
      `phase ${ana} target:7`,
      `phase ${ben} target:7`,
    ],
  ],
  [
    'tells by what somebody asked for instead',
    decidedAs('approved'),
    target,
    [
      { author: ana, target: 9 },
      { author: ana, target: 8 },
    ],
    [`decided ${owner} target:7`, `phase ${ana} target:9 through 9`],
  ],
  [
    'tells by the Pilot where somebody asked for both, in whatever order',
    decidedAs('approved'),
    target,
    [
      { author: ana, target: 9 },
      { author: ana, target: 7 },
      { author: ben, target: 7 },
      { author: ben, target: 9 },
    ],
    [
      `decided ${owner} target:7`,
      `phase ${ana} target:7`,
      `phase ${ben} target:7`,
    ],
  ],
  [
    'tells of a rejection the owner alone',
    decidedAs('rejected'),
    target,
    [{ author: ana, target: 7 }],
    [`decided ${owner} target:7`],
  ],
  [
    'does not tell who decided it',
    decidedAs('approved', ana),
    target,
    [{ author: ana, target: 7 }],
    [`decided ${owner} target:7`],
  ],
  [
    'does not tell an owner who decided it',
    decidedAs('approved', owner),
    target,
    [],
    [],
  ],
  [
    'has no owner to tell where nobody owns it',
    decidedAs('approved'),
    { id: 7, owner: null },
    [{ author: ana, target: 7 }],
    [`phase ${ana} target:7`],
  ],
];
it.each(rows)('%s', (_, proposal, of, asked, expected) => {
  const messages = messagesForDecision(proposal, of, deepFreeze(asked), at);
  expect(
    messages.map(({ topic, recipient, scope, payload }) => {
      const { through = null } = payload as { through?: number | null };
      return `${topic} ${recipient} ${scope}${
        through === null ? '' : ` through ${through}`
      }`;
    }),
  ).toEqual(expected);
  for (const message of messages) {
    expect(message).toMatchObject({ subject: 'p1', dueAt });
  }
});
