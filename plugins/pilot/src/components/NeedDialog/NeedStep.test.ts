import { interestWith } from '../../__testUtils__/world';
import { concreteness } from '../../format/concreteness';
import { draftOf } from './InterestDraft';
import { firstStep } from './NeedStep';
import { preselectedTeam, anotherUseCaseKey } from './useRecord';

const open = interestWith();
const withdrawn = interestWith({ status: 'withdrawn' });
const declined = interestWith({
  status: 'declined',
  can: { edit: 'declined' },
});
const noDrafts = { of: () => undefined };
const drafts = { of: () => draftOf(open) };

describe('firstStep', () => {
  it.each([
    { given: 'nothing recorded', own: [], drafts: noDrafts, name: 'record' },
    { given: 'all withdrawn', own: [withdrawn], drafts, name: 'record' },
    { given: 'one recorded', own: [open], drafts: noDrafts, name: 'asked' },
    { given: 'one declined', own: [declined], drafts, name: 'asked' },
    { given: 'typed text kept', own: [open], drafts, name: 'details' },
  ])('is $name with $given', ({ own, drafts: kept, name }) => {
    expect(firstStep(own, kept).name).toBe(name);
  });
});

describe('preselectedTeam', () => {
  const payments = { ref: 'group:default/payments', name: 'Payments' };
  const checkout = { ref: 'group:default/checkout', name: 'Checkout' };
  it.each([
    { given: 'one team', teams: [payments], last: undefined, team: payments },
    { given: 'none', teams: [], last: payments.ref, team: undefined },
    {
      given: 'several and none used',
      teams: [payments, checkout],
      last: undefined,
      team: undefined,
    },
    {
      given: 'several and one used last',
      teams: [payments, checkout],
      last: checkout.ref,
      team: checkout,
    },
    {
      given: 'several and the one used last left',
      teams: [payments, checkout],
      last: 'group:default/former',
      team: undefined,
    },
  ])('is $team.name with $given', ({ teams, last, team }) => {
    expect(preselectedTeam(teams, last)).toBe(team?.ref);
  });
});

describe('anotherUseCaseKey', () => {
  it.each([
    { given: 'nothing recorded for the team', own: [], key: undefined },
    { given: 'one recorded', own: [open], key: 'fresh' },
    { given: 'one declined', own: [declined], key: 'fresh' },
    { given: 'one withdrawn', own: [withdrawn], key: 'fresh' },
  ])('is $key with $given', ({ own, key }) => {
    expect(anotherUseCaseKey(open.team, own, 'fresh')).toBe(key);
  });
});

describe('concreteness', () => {
  it.each([
    { specificity: 0, word: 'none' },
    { specificity: 0.1, word: 'start' },
    { specificity: 0.39, word: 'start' },
    { specificity: 0.4, word: 'concrete' },
    { specificity: 0.79, word: 'concrete' },
    { specificity: 0.8, word: 'very' },
    { specificity: 1, word: 'very' },
  ])('is $word at $specificity', ({ specificity, word }) => {
    expect(concreteness(specificity)).toBe(word);
  });
});
