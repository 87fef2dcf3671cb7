import {
  AuthorizeResult,
  PermissionCondition,
  PermissionCriteria,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { deepFreeze } from '../../__testUtils__/deepFreeze';
import { ConditionalRight } from './ConditionalRight';
import {
  createPilotInterestConditionalDecision as decisionOf,
  InterestResource,
  interestRules,
  pilotInterestConditions as conditions,
  pilotInterestResourceRef,
} from './interestRules';
import { pilotInterestReadPermission } from '@pilot-to-platform/plugin-pilot-common';

const [ana, ben] = ['user:default/ana', 'user:default/ben'];
const [ads, payments] = ['group:default/ads', 'group:default/payments'];

const interest: InterestResource = Object.freeze({
  ...{ author: ana, team: payments, owner: ads },
});
const under = (
  criteria: PermissionCriteria<PermissionCondition<'pilot-interest'>>,
) =>
  new ConditionalRight(
    deepFreeze(decisionOf(pilotInterestReadPermission, criteria as never)),
  );
const plainly = (result: PolicyDecision['result']) =>
  new ConditionalRight({ result } as PolicyDecision);

it.each([
  ['denied', AuthorizeResult.DENY, true, false],
  ['allowed', AuthorizeResult.ALLOW, false, true],
] as const)(
  '%s, it asks nothing of an interest',
  (_name, result, none, all) => {
    const right = plainly(result);
    expect([right.isNone, right.isAll]).toEqual([none, all]);
    expect(right.includes(interest)).toBe(all);
    expect(right.criteria).toBeUndefined();
  },
);

const isAuthor = (...userRefs: string[]) => conditions.isAuthor({ userRefs });
const isTeam = (...teamRefs: string[]) => conditions.isTeamMember({ teamRefs });
const isOwner = (...ownerRefs: string[]) =>
  conditions.ownsTarget({ ownerRefs });
const column = (name: string, ...values: string[]) => ({
  ...{ column: name, values },
});

it.each<[string, any, boolean, object]>([
  ['its author', isAuthor(ana), true, column('author', ana)],
  ['one of some authors', isAuthor(ben, ana), true, column('author', ben, ana)],
  ['another author', isAuthor(ben), false, column('author', ben)],
  ['no author', isAuthor(), false, column('author')],
  [
    'its author in any case',
    isAuthor('User:Default/ANA'),
    true,
    column('author', ana),
  ],
  [
    'its team in any case',
    isTeam('Group:default/Payments'),
    true,
    column('team', payments),
  ],
  [
    'its owner in any case',
    isOwner('Group:Default/ads'),
    true,
    column('owner', ads),
  ],
  [
    'not its author in any case',
    { not: isAuthor('user:default/Ana') },
    false,
    { not: column('author', ana) },
  ],
  ['its team', isTeam(payments), true, column('team', payments)],
  ['another team', isTeam(ads), false, column('team', ads)],
  ['its owner', isOwner(ads), true, column('owner', ads)],
  ['another owner', isOwner(payments), false, column('owner', payments)],
  [
    'not another author',
    { not: isAuthor(ben) },
    true,
    { not: column('author', ben) },
  ],
  [
    'another author or its team',
    { anyOf: [isAuthor(ben), isTeam(payments)] },
    true,
    { anyOf: [column('author', ben), column('team', payments)] },
  ],
  [
    'another author and its team',
    { allOf: [isAuthor(ben), isTeam(payments)] },
    false,
    { allOf: [column('author', ben), column('team', payments)] },
  ],
])('of %s', (_name, criteria, includes, query) => {
  const right = under(criteria);
  expect([right.isNone, right.isAll]).toEqual([false, false]);
  expect(right.includes(interest)).toBe(includes);
  expect(right.criteria).toEqual(query);
});

it('of an owner does not hold where nobody owns the target', () => {
  const unowned = { ...interest, owner: null };
  expect(under(isOwner(ads)).includes(unowned)).toBe(false);
  expect(under(isOwner('null')).includes(unowned)).toBe(false);
});

it('has rules by the names that policies know', () => {
  expect(
    Object.values(interestRules).map(({ name, resourceType }) => [
      name,
      resourceType,
    ]),
  ).toEqual(
    [
      'IS_INTEREST_AUTHOR',
      'IS_INTEREST_TEAM_MEMBER',
      'OWNS_INTEREST_TARGET',
    ].map(name => [name, 'pilot-interest']),
  );
  expect(pilotInterestResourceRef).toMatchObject({
    ...{ pluginId: 'pilot', resourceType: 'pilot-interest' },
  });
});
