import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import pilotModuleTechInsights from '..';
import { pilotHost } from '../__testUtils__/pilotHost';
import {
  entity,
  Facts,
  realTechInsights,
  techInsightsConfig,
} from '../__testUtils__/techInsights';

const facts: Facts[] = [
  {
    retriever: 'ownership',
    entity: 'component:default/owned',
    facts: { hasGroupOwner: true },
    at: '2026-03-01T10:00:00.000Z',
  },
  {
    retriever: 'coverage',
    entity: 'component:default/owned',
    facts: { lineCoverage: 81 },
    at: '2026-02-01T10:00:00.000Z',
  },
  {
    retriever: 'ownership',
    entity: 'component:default/orphan',
    facts: { hasGroupOwner: false },
    at: '2026-03-01T10:00:00.000Z',
  },
  ...(['resource:default/store', 'resource:default/unknown'] as const).flatMap(
    (ref): Facts[] => [
      {
        retriever: 'ownership',
        entity: ref,
        facts: { hasGroupOwner: true },
        at: '2026-03-01T10:00:00.000Z',
      },
      { retriever: 'coverage', entity: ref, facts: { lineCoverage: 90 } },
    ],
  ),
];

const mapped = {
  'headcount.team-owner': 'groupOwner',
  'quality.tested': 'tested',
};

jest.setTimeout(300_000);

describe('the real Tech Insights', () => {
  const warned: string[] = [];
  const askedBy = new Set<string>();
  let backend: TestBackend | undefined;

  async function start(checks: Record<string, string> = mapped) {
    const host = pilotHost();
    const techInsights = realTechInsights(() => facts);
    backend = await startTestBackend({
      features: [
        host.plugin,
        pilotModuleTechInsights,
        ...techInsights.features,
        catalogServiceMock.factory({
          entities: [
            'component:default/owned',
            'component:default/orphan',
            'component:default/new',
            'resource:default/store',
          ].map(entity),
        }),
        mockServices.rootConfig.factory({
          data: {
            pilot: { readiness: { techInsights: { checks } } },
            techInsights: techInsightsConfig,
          },
        }),
        mockServices.logger.mock({
          warn: message => warned.push(message),
          child: () => mockServices.logger.mock(),
        }).factory,
        mockServices.permissions.mock({
          authorize: async (requests, options) => {
            const { principal } = options?.credentials as any;
            askedBy.add(principal.subject ?? principal.userEntityRef);
            return requests.map(() => ({ result: AuthorizeResult.ALLOW }));
          },
        }).factory,
      ],
    });
    await techInsights.retrieve();
    return host;
  }

  beforeEach(() => {
    warned.length = 0;
    askedBy.clear();
  });
  afterEach(() => backend?.stop());

  it('passes what is true, with what was found, where to read on, and the age of the oldest facts', async () => {
    const host = await start();
    await expect(host.ask(['component:default/owned'])).resolves.toEqual({
      'component:default/owned': [
        {
          check: 'headcount.team-owner',
          verdict: 'pass',
          note: 'Group owner: hasGroupOwner is true.',
          evidence: 'https://handbook.example/ownership',
          at: new Date('2026-03-01T10:00:00.000Z'),
        },
        {
          check: 'quality.tested',
          verdict: 'pass',
          note: 'Well tested: lineCoverage is 81, hasGroupOwner is true.',
          at: new Date('2026-02-01T10:00:00.000Z'),
        },
      ],
    });
  });

  it('fails what is false, with what to do, and says nothing where facts are missing', async () => {
    const host = await start();
    await expect(
      host.ask(['component:default/orphan', 'component:default/new']),
    ).resolves.toEqual({
      'component:default/orphan': [
        {
          check: 'headcount.team-owner',
          verdict: 'fail',
          note: 'Group owner: hasGroupOwner is false. Name a group in spec.owner.',
          evidence: 'https://handbook.example/ownership',
          at: new Date('2026-03-01T10:00:00.000Z'),
        },
      ],
      'component:default/new': [],
    });
  });

  it('says nothing of entities that Tech Insights never heard of', async () => {
    const host = await start();
    await expect(host.ask(['component:default/nowhere'])).resolves.toEqual({
      'component:default/nowhere': [],
    });
  });

  it('takes no answer of a check that is not for the entity, even where Tech Insights gives one', async () => {
    const host = await start();
    const ran = await request(backend!.server)
      .post('/api/tech-insights/checks/run')
      .set(
        'authorization',
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.service('external:test'),
          targetPluginId: 'tech-insights',
        }),
      )
      .send({ entities: ['resource:default/unknown'], checks: ['tested'] });
    expect(ran.body[0].results).toMatchObject([{ result: true }]);

    const answers = await host.ask([
      'resource:default/store',
      'resource:default/unknown',
    ]);
    expect(
      Object.entries(answers).map(([ref, given]) => [
        ref,
        given.map(({ check }) => check),
      ]),
    ).toEqual([
      ['resource:default/store', ['headcount.team-owner']],
      ['resource:default/unknown', ['headcount.team-owner']],
    ]);
  });

  it('keeps answers beside a check that breaks', async () => {
    const host = await start({ ...mapped, 'quality.broken': 'undefinedFacts' });
    const answers = await host.ask([
      'component:default/owned',
      'component:default/new',
    ]);
    expect(answers['component:default/owned']).toMatchObject([
      { check: 'headcount.team-owner', verdict: 'pass' },
      { check: 'quality.tested', verdict: 'pass' },
    ]);
    expect(answers['component:default/new']).toEqual([]);
  });

  it('is silent about an entity of which every check breaks', async () => {
    const host = await start({ 'quality.broken': 'undefinedFacts' });
    await expect(host.ask(['component:default/owned'])).resolves.toEqual({});
  });

  it('warns once of a check that is not there, and answers the others', async () => {
    const host = await start({ ...mapped, 'quality.gone': 'gone' });
    for (let times = 0; times < 2; times += 1) {
      const answers = await host.ask(['component:default/orphan']);
      expect(answers['component:default/orphan']).toMatchObject([
        { check: 'headcount.team-owner', verdict: 'fail' },
      ]);
    }
    expect(warned.filter(message => message.includes('no check'))).toEqual([
      'Tech Insights has no check gone (for quality.gone): what it was to answer stays unknown',
    ]);
  });

  it('asks as the pilot plugin, and only what is asked', async () => {
    const host = await start();
    const answers = await host.ask(['component:default/owned'], {
      checks: ['quality.tested'],
    });
    expect(answers['component:default/owned']).toMatchObject([
      { check: 'quality.tested' },
    ]);
    expect([...askedBy]).toEqual(['plugin:pilot']);
  });

  it('throws where Tech Insights is not there', async () => {
    const host = pilotHost();
    backend = await startTestBackend({
      features: [
        host.plugin,
        pilotModuleTechInsights,
        mockServices.rootConfig.factory({
          data: { pilot: { readiness: { techInsights: { checks: mapped } } } },
        }),
      ],
    });
    await expect(host.ask(['component:default/owned'])).rejects.toThrow('404');
  });

  it('adds nothing where no check is mapped', async () => {
    const host = await start({});
    expect(host.sources).toEqual([]);
  });
});
