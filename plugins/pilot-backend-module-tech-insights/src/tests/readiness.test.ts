import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
// The module is tried out in its host.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import pilotPlugin from '@pilot-to-platform/plugin-pilot-backend';
import {
  CheckResult,
  Readiness,
  dayMs,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import request from 'supertest';
import pilotModuleTechInsights from '..';
import {
  Facts,
  realTechInsights,
  techInsightsConfig,
} from '../__testUtils__/techInsights';

const pilot = {
  apiVersion: 'pilot-to-platform/v1alpha1',
  kind: 'Pilot',
  metadata: { name: 'sharing', namespace: 'default' },
  spec: { type: 'capability', owner: 'group:default/data', problem: 'Waiting' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/data' }],
};
const ref = 'pilot:default/sharing';

jest.setTimeout(300_000);

describe('readiness by Tech Insights', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let facts: Facts[];
  let isAway: boolean;
  let knex: Knex;
  let backend: TestBackend;
  let retrieve: () => Promise<void>;

  beforeEach(async () => {
    facts = [];
    isAway = false;
    knex = await databases.init('SQLITE_3');
    const theirs = await databases.init('SQLITE_3');
    const techInsights = realTechInsights(() => facts);
    retrieve = techInsights.retrieve;
    backend = await startTestBackend({
      features: [
        pilotPlugin,
        pilotModuleTechInsights,
        ...techInsights.features,
        catalogServiceMock.factory({ entities: [pilot] }),
        createServiceFactory({
          service: coreServices.database,
          deps: { plugin: coreServices.pluginMetadata },
          factory: ({ plugin }) => ({
            getClient: async () => (plugin.getId() === 'pilot' ? knex : theirs),
          }),
        }),
        mockServices.permissions.mock({
          authorize: async requests => {
            if (isAway && requests[0].permission.name.startsWith('tech-')) {
              throw new Error('away');
            }
            return requests.map(() => ({ result: AuthorizeResult.ALLOW }));
          },
          authorizeConditional: async requests =>
            requests.map(() => ({ result: AuthorizeResult.ALLOW })),
        }).factory,
        mockServices.rootConfig.factory({
          data: {
            techInsights: techInsightsConfig,
            pilot: {
              readiness: {
                techInsights: {
                  checks: {
                    'governance.owner': 'groupOwner',
                    'quality.tested': 'tested',
                  },
                },
                checks: {
                  'quality.tested': {
                    dimension: 'automation',
                    question: 'Is most of it tested?',
                    fix: { text: 'Write tests.' },
                  },
                },
              },
            },
          },
        }),
      ],
    });
  });
  afterEach(() => backend.stop());

  async function ask(method: 'get' | 'post', path = ''): Promise<Readiness> {
    const { body } = await request(backend.server)
      [method](`/api/pilot/readiness/pilot/default/sharing${path}`)
      .set('authorization', mockCredentials.user.header('user:default/ana'))
      .expect(200);
    return body;
  }

  /** Collects again, as if days had passed since the last time. */
  async function collectAfter(days: number): Promise<Readiness> {
    await knex('readiness_fact').update({
      collected_at: knex.raw('collected_at - ?', [days * dayMs]),
    });
    return ask('post', '/collect');
  }

  /** Retrieves ownership as found out some days ago, and returns when. */
  async function found(hasGroupOwner: boolean, daysAgo: number) {
    const at = new Date(Date.now() - daysAgo * dayMs).toISOString();
    facts = [
      { retriever: 'ownership', entity: ref, facts: { hasGroupOwner }, at },
    ];
    await retrieve();
    return at;
  }

  const checkOf = ({ checks }: Readiness, wanted: string): CheckResult =>
    checks.find(({ id }) => id === wanted)!;

  it('takes its word, and leaves unknown what it does not say', async () => {
    const at = await found(true, 1);
    const readiness = await ask('get');
    expect(checkOf(readiness, 'governance.owner')).toMatchObject({
      verdict: 'pass',
      source: 'tech-insights',
      answer: 'Tech Insights runs a check.',
      note: 'Group owner: hasGroupOwner is true.',
      evidence: 'https://handbook.example/ownership',
      at,
    });
    // For Components alone, by its filter.
    expect(checkOf(readiness, 'quality.tested')).toMatchObject({
      verdict: 'unknown',
      source: null,
      answer: 'Tech Insights runs a check.',
      lastAnswer: null,
    });
    expect(readiness.silent).toEqual([]);

    await found(false, 0);
    expect(checkOf(await collectAfter(1), 'governance.owner')).toMatchObject({
      verdict: 'fail',
    });
  });

  it('keeps the last answer while it is away, until that is stale', async () => {
    const at = await found(true, 1);
    await ask('get');
    isAway = true;
    const away = await collectAfter(1);
    expect(away.silent).toEqual(['tech-insights']);
    expect(checkOf(away, 'governance.owner')).toMatchObject({
      verdict: 'pass',
      at,
    });
  });

  it('does not trust facts that nobody renewed for longer than a week', async () => {
    const at = await found(true, 8);
    expect(checkOf(await ask('get'), 'governance.owner')).toMatchObject({
      verdict: 'unknown',
      lastAnswer: { verdict: 'pass', source: 'tech-insights', at },
    });
  });

  it('is unknown where facts are missing, though the catalog knows an owner', async () => {
    const readiness = await ask('get');
    expect(checkOf(readiness, 'governance.owner')).toMatchObject({
      verdict: 'unknown',
      lastAnswer: null,
    });
    expect(readiness.silent).toEqual([]);
  });
});
