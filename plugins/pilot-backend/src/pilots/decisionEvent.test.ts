import { deepFreeze } from '../__testUtils__/deepFreeze';
import { storedProposal } from '../__testUtils__/phaseSituation';
import { decisionEvent } from './decisionEvent';

const at = new Date('2026-11-21T09:00:00Z');
const target = 'pilot:default/p';

it.each([
  ['waits', 'open', 'demand', 'proposed'],
  ['was taken back', 'withdrawn', 'demand', 'withdrawn'],
  ['was approved', 'approved', 'build-out', 'approved'],
  ['was rejected', 'rejected', 'demand', 'rejected'],
] as const)('a proposal that %s', (_name, state, phase, type) => {
  const proposal = deepFreeze(storedProposal('build-out', { state }));
  // Neither who did it nor why.
  expect(decisionEvent(proposal, deepFreeze({ target, phase, at }))).toEqual({
    type,
    proposal: 'p1',
    target,
    from: 'demand',
    to: 'build-out',
    phase,
    at: '2026-11-21T09:00:00.000Z',
  });
});
