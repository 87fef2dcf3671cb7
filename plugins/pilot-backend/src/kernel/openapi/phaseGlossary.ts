import { Meaning } from './Meaning';

const count = (description: string): Meaning => ({ description, minimum: 0 });
const fraction = (description: string): Meaning => ({
  description,
  minimum: 0,
  maximum: 1,
});
const at = (what: string) => `${what}; ISO 8601 in UTC`;

/** What the fields about phases, decisions and adoption mean. */
export const phaseGlossary: Readonly<Record<string, string | Meaning>> = {
  // Where a Pilot stands
  phaseFrom: 'Whether the phase follows from demand, was declared, or decided',
  phaseReason: 'Why it was decided; null where it was not',
  'Pilot.demand': 'What it is needed for, in short',
  recommendation: 'What is advised, and why; it enables nothing',
  'Recommendation.reasons': 'Why it is advised',
  'reasons.value': 'What the reason counts: teams, things left, days or a mean',
  'reasons.needed': 'What it would have to be',
  handOff: 'Who takes over, as the Pilot states; null where nobody',
  platformScale: 'The Pilot declares to be of platform scale from day one',
  'Pilot.approvers': 'Groups whose members decide',
  'Pilot.version': count('Grows with each proposal and decision'),
  decided: 'Decided by an approver',
  'Pilot.demand.score': 'The demand',

  // Gates
  gate: 'What stands before the next phase; null where there is none',
  'Gate.to': 'The next phase',
  'gate.to': 'The next phase',
  open: 'Nothing is left before it',
  adopted: 'The Pilots whose declared phase was adopted now',
  left: 'What is left before it: checks, and numbers that are not reached',
  'gate.left': count('How many things are left'),
  'left.check': 'Id of the check',
  'left.value': count('What it is'),
  'left.needed': count('What it would have to be'),
  gates: 'What the gates ask for',
  needs:
    'What the gate asked for; null without one, absent where it was not kept yet',
  'needs.numbers': 'The numbers; null where it looked at checks alone',
  'needs.checks': 'Ids of the required checks that applied',
  'build-out': 'Before a Pilot is invested in',

  // Readiness beside a phase
  'Pilot.readiness': 'In short; null for who may not read readiness',
  'PilotListItem.readiness':
    'In short; null for who may not read it, and at a past date',
  readinessHidden:
    'True for who may not read readiness: gate, readiness and checks are left out, and may have been there',
  'DecisionSnapshot.readiness': fraction('The readiness; null without checks'),
  'DecisionSnapshot.weakest': 'The dimension with the lowest score',
  'DecisionSnapshot.dimensions': 'The score of each dimension',
  'DecisionSnapshot.checks': 'What each check came to',
  'dimensions.dimension': 'Which dimension',
  'dimensions.score': fraction('Of the dimension; null without checks'),
  'checks.id': 'Id of the check',
  'checks.question': 'What was asked',
  'checks.verdict': 'What it came to',
  'ReadinessSummary.score': fraction('Over all checks; null without one'),
  'ReadinessSummary.weakest': 'The dimension with the lowest score',
  'ReadinessSummary.weakestScore': fraction('Its score'),
  'ReadinessSummary.applicable': count('Checks that apply'),
  'ReadinessSummary.unknown': count('Of them, those that nobody answered'),
  'ReadinessSummary.expiring': count(
    'Attestations and waivers that lapse within 14 days',
  ),
  'Policy.readiness': 'How checks are answered',
  'readiness.waiverDays': count('Days that a waiver holds at most'),

  // Proposals and decisions
  proposal: 'What waits for its decision; null where nothing does',
  proposed: 'Who proposed it, when and why; null where nobody did',
  bypass: 'Past a closed gate, as declared platform-scale',
  state: 'Where the proposal stands',
  'Proposal.id': 'Of the proposal',
  'proposal.id': 'Of the proposal',
  'Proposal.from': 'The phase that it was made in',
  'Proposal.to': 'The phase that is proposed',
  'proposal.to': 'The phase that is proposed',
  'Proposal.by': 'User ref of who proposed it',
  'proposal.by': 'User ref of who proposed it',
  'Proposal.changed': 'What is not any more as it was when it was proposed',
  'changed.code': 'What changed',
  was: 'When it was proposed',
  is: 'Now',
  snapshot: 'As it was on that day; null where it was not decided',
  'Decision.id': 'Of the decision',
  'Decision.type': 'What it came to',
  'Decision.from': 'The phase before; null for a declared one',
  'Decision.to': 'The phase that was proposed',
  'Decision.phase': 'The phase that held afterwards',
  'Decision.by': 'User ref of who decided; null for a declared one',
  decision: 'Whether to approve or to reject',
  'Propose.to': 'A phase, or reopen for the one that demand derives',
  'Propose.reason': 'Why now; the decision keeps it',
  'Propose.version': count('The version of the Pilot that it was made on'),
  'Decide.version': {
    description: 'The version of the proposal that it was made on',
    minimum: 1,
  },
  'PilotConflict.current': 'The Pilot as it stands',

  // Adoption
  'Adoption.adopters': count('Teams that are served'),
  gained: count('Adopters of the last 90 days'),
  'Adoption.growth': 'Adopters at the end of each month, oldest first',
  month: 'In UTC, such as 2026-11',
  'growth.adopters': count('Teams that were served by then'),
  medianDays: count('Days from the first ask of a team to its adoption'),
  withoutHands: fraction('Adopters served when no manual step was left'),
  'teams.withoutHands': 'No manual step was left; null where it is not known',
  satisfaction: 'How well it works for the adopters, 1 to 5',
  mean: {
    description: 'Of the last answer of each adopter',
    minimum: 1,
    maximum: 5,
  },
  'quarters.mean': {
    description: 'Of the answers of that quarter',
    minimum: 1,
    maximum: 5,
  },
  'satisfaction.teams': count('Adopters that answered'),
  'quarters.teams': count('Teams that answered in it'),
  quarters: 'By quarter, oldest first',
  quarter: 'In UTC, such as 2026-Q4',
  'Adoption.teams': 'Those of the adopters that the caller can see',
  askedAt: at('When the team first asked'),
  adoptedAt: at('When it was first served'),
  'teams.score': {
    description: 'The last answer of the team; null without one',
    minimum: 1,
    maximum: 5,
  },
  'teams.note':
    'What the team said with it; null without a note, and for who neither owns the Pilot nor approves',
  due: 'Adopting teams of the caller without an answer in this quarter',
  'Rate.score': { description: '1 poor to 5 great', minimum: 1, maximum: 5 },
  'Rate.team': 'Ref of an adopting Group that the caller belongs to',
  'Rate.note': 'For the owner, in the words of the team',
};
