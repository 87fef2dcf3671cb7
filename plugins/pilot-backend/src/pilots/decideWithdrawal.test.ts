import { deepFreeze } from '../__testUtils__/deepFreeze';
import { ada, dana, storedProposal } from '../__testUtils__/phaseSituation';
import { StoredProposal } from '../kernel/store/proposals/proposalRows';
import { decideWithdrawal, withdrawnProposal } from './decideWithdrawal';

const at = new Date('2026-11-21T09:00:00Z');
const open = deepFreeze(storedProposal('retired'));
const as = (state: StoredProposal['state']) =>
  deepFreeze(storedProposal('retired', { state }));
const takenBack = (actor: string) => ({
  proposal: { ...open, state: 'withdrawn', version: 2 },
  change: {
    version: 4,
    entries: [{ type: 'proposalWithdrawn', proposal: 'p1', actor, at }],
  },
});

it('takes an open proposal back, and logs it', () => {
  expect(decideWithdrawal(open, 3, { by: dana, at })).toEqual(takenBack(dana));
});

it('changes nothing the second time', () => {
  const proposal = as('withdrawn');
  expect(decideWithdrawal(proposal, 3, { by: dana, at })).toEqual({ proposal });
});

it.each<[string, StoredProposal['state'], string, string]>([
  ['by somebody else', 'open', ada, 'notProposer'],
  ['by somebody else, whatever became of it', 'withdrawn', ada, 'notProposer'],
  ['once it is approved', 'approved', dana, 'decided'],
  ['once it is rejected', 'rejected', dana, 'decided'],
])('is refused %s', (_, state, by, refusal) => {
  expect(decideWithdrawal(as(state), 3, { by, at })).toEqual({ refusal });
});

it('is done by whoever merges a Pilot, too', () => {
  expect(withdrawnProposal(open, 3, { actor: ada, at })).toEqual(
    takenBack(ada),
  );
});
