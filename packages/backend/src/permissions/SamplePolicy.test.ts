import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  catalogEntityDeletePermission,
  catalogEntityReadPermission,
  catalogEntityRefreshPermission,
  catalogLocationCreatePermission,
  catalogLocationDeletePermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  Permission,
} from '@backstage/plugin-permission-common';
import {
  pilotAdminPermission,
  pilotDecisionDecidePermission,
  pilotDecisionProposePermission,
  pilotInterestCreateOnBehalfPermission,
  pilotInterestCreatePermission,
  pilotInterestReadPermission,
  pilotInterestTriagePermission,
  pilotInterestUpdatePermission,
  pilotReadinessAttestPermission,
  pilotReadinessReadPermission,
  pilotReadinessReportPermission,
  pilotReadinessWaivePermission,
} from '@pilot-to-platform/plugin-pilot-common';
import { ConfigReader } from '@backstage/config';
import { readPolicyGroups } from './PolicyGroups';
import { SamplePolicy } from './SamplePolicy';

const { ALLOW, DENY } = AuthorizeResult;

const groups = readPolicyGroups(
  new ConfigReader({
    pilot: {
      decisions: {
        approvers: [
          'group:default/architects',
          'Group:default/Pilot-Approvers',
        ],
      },
    },
    samplePolicy: {
      platformLeads: [
        'group:default/architects',
        'group:default/developer-experience',
      ],
      contractors: ['group:default/contractors'],
      confidentialAnnotation: 'linden.example.com/confidential',
    },
  }),
);

const people = {
  'engineer in Payments': ['user:default/priya', 'group:default/payments'],
  'person without a team': ['user:default/sam'],
  architect: ['user:default/ines', 'group:default/architects'],
  'portal operator': [
    'user:default/finn',
    'group:default/developer-experience',
  ],
  approver: ['user:default/kwame', 'group:default/pilot-approvers'],
  contractor: [
    'user:default/casey',
    'group:default/delivery',
    'group:default/contractors',
  ],
};
type Person = keyof typeof people;

function decide(permission: Permission, ownershipEntityRefs: string[]) {
  const credentials = mockCredentials.user(ownershipEntityRefs[0]);
  const userInfo = mockServices.userInfo.mock({
    getUserInfo: async () => ({
      userEntityRef: ownershipEntityRefs[0],
      ownershipEntityRefs,
    }),
  });
  return new SamplePolicy(userInfo, groups).handle(
    { permission },
    { credentials, info: { userEntityRef: '', ownershipEntityRefs: [] } },
  );
}

const everyone = Object.keys(people) as Person[];
const leads: Person[] = ['architect', 'portal operator'];
const approvers: Person[] = ['architect', 'approver'];
const employees = everyone.filter(person => person !== 'contractor');

const allowed: Array<[name: string, permission: Permission, who: Person[]]> = [
  ['read interests', pilotInterestReadPermission, employees],
  ['record an interest', pilotInterestCreatePermission, everyone],
  ['record on behalf', pilotInterestCreateOnBehalfPermission, leads],
  ['import and export', pilotAdminPermission, leads],
  ['waive a check', pilotReadinessWaivePermission, approvers],
  ['decide a proposal', pilotDecisionDecidePermission, approvers],
  ['refresh an entity', catalogEntityRefreshPermission, everyone],
  ['add a location', catalogLocationCreatePermission, leads],
  ['remove a location', catalogLocationDeletePermission, leads],
];

describe.each(allowed)('to %s', (_name, permission, who) => {
  it.each(everyone)('as %s', async person => {
    await expect(decide(permission, people[person])).resolves.toEqual({
      result: who.includes(person) ? ALLOW : DENY,
    });
  });

  it('not signed in', async () => {
    const policy = new SamplePolicy(mockServices.userInfo.mock(), groups);

    await expect(policy.handle({ permission })).resolves.toEqual({
      result: DENY,
    });
  });
});

const onlyOwned = (person: Person) => ({
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: {
    rule: 'IS_ENTITY_OWNER',
    resourceType: 'catalog-entity',
    params: { claims: people[person] },
  },
});

describe.each([
  ['remove an entity', catalogEntityDeletePermission],
  ['attest a check', pilotReadinessAttestPermission],
  ['report a result', pilotReadinessReportPermission],
  ['propose a phase', pilotDecisionProposePermission],
])('to %s', (_name, permission) => {
  it.each(everyone)('as %s only what is owned', async person => {
    await expect(decide(permission, people[person])).resolves.toEqual(
      onlyOwned(person),
    );
  });
});

describe('to read readiness', () => {
  it.each(employees)('as %s always', async person => {
    await expect(
      decide(pilotReadinessReadPermission, people[person]),
    ).resolves.toEqual({ result: ALLOW });
  });

  it('as a contractor only of what is owned', async () => {
    await expect(
      decide(pilotReadinessReadPermission, people.contractor),
    ).resolves.toEqual(onlyOwned('contractor'));
  });
});

const ownInterest = [
  [
    'change an interest',
    pilotInterestUpdatePermission,
    'IS_INTEREST_AUTHOR',
    'userRefs',
  ],
  [
    'answer an interest',
    pilotInterestTriagePermission,
    'OWNS_INTEREST_TARGET',
    'ownerRefs',
  ],
] as const;

describe.each(ownInterest)('to %s', (_name, permission, rule, param) => {
  it.each(everyone)('as %s only what is theirs', async person => {
    await expect(decide(permission, people[person])).resolves.toEqual({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'pilot',
      resourceType: 'pilot-interest',
      conditions: {
        rule,
        resourceType: 'pilot-interest',
        params: { [param]: people[person] },
      },
    });
  });
});

describe('to read an entity', () => {
  const decision = (person: Person) =>
    decide(catalogEntityReadPermission, people[person]);
  const owned = (person: Person) => ({
    rule: 'IS_ENTITY_OWNER',
    resourceType: 'catalog-entity',
    params: { claims: people[person] },
  });
  const notConfidential = {
    not: {
      rule: 'HAS_ANNOTATION',
      resourceType: 'catalog-entity',
      params: { annotation: 'linden.example.com/confidential' },
    },
  };

  it.each(leads)('as %s always', async person => {
    await expect(decision(person)).resolves.toEqual({ result: ALLOW });
  });

  it('as an engineer what is owned or not confidential', async () => {
    await expect(decision('engineer in Payments')).resolves.toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      conditions: { anyOf: [owned('engineer in Payments'), notConfidential] },
    });
  });

  it('as a contractor what is owned, or of a kind that is open to them', async () => {
    await expect(decision('contractor')).resolves.toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      conditions: {
        anyOf: [
          owned('contractor'),
          {
            allOf: [
              notConfidential,
              {
                rule: 'IS_ENTITY_KIND',
                params: {
                  kinds: [
                    'Group',
                    'User',
                    'Location',
                    'Domain',
                    'System',
                    'Pilot',
                    'Template',
                  ],
                },
              },
            ],
          },
        ],
      },
    });
  });
});

describe('in an organisation of one’s own', () => {
  const own = readPolicyGroups(
    new ConfigReader({
      pilot: { decisions: { approvers: ['group:default/board'] } },
    }),
  );
  const decideAs = (permission: Permission, ...refs: string[]) =>
    new SamplePolicy(
      mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: refs[0],
          ownershipEntityRefs: refs,
        }),
      }),
      own,
    ).handle(
      { permission },
      {
        credentials: mockCredentials.user(refs[0]),
        info: { userEntityRef: '', ownershipEntityRefs: [] },
      },
    );

  it.each([pilotReadinessWaivePermission, pilotDecisionDecidePermission])(
    'its approvers approve, and those of the samples do not',
    async permission => {
      await expect(
        decideAs(permission, 'user:default/kim', 'group:default/board'),
      ).resolves.toEqual({ result: ALLOW });
      await expect(
        decideAs(permission, 'user:default/kim', 'group:default/architects'),
      ).resolves.toEqual({ result: DENY });
    },
  );

  it('everybody reads the catalog where nothing is confidential', async () => {
    await expect(
      decideAs(catalogEntityReadPermission, 'user:default/kim'),
    ).resolves.toEqual({ result: ALLOW });
  });
});
