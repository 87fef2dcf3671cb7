import { defaultChecks } from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import {
  entityOf,
  lake,
  readyPilot,
  readyTitles,
  setReadyWorld,
  teamOf,
} from '../__testUtils__/readyPilot';
import { TestTechDocs } from '../__testUtils__/techDocsPlugin';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const path = '/readiness/pilot/default/lake';
const minute = 60_000;

describe.each(databases.eachSupportedId())(
  'the default checks on %s',
  databaseId => {
    let portal: TestPortal;
    const docs = new TestTechDocs();

    const publish = (titles: Record<string, string>) =>
      docs.sites.set('default/pilot/lake', { titles, build: Math.random() });
    const attest = (slug: string, verdict: string) =>
      portal
        .as('dana')
        .post(`${path}/attestations`)
        .send({
          check: `governance.${slug}`,
          verdict,
          evidence: 'https://wiki.example.com/evidence',
        })
        .expect(({ status }) => expect([200, 201]).toContain(status));
    /** The check, after its sources were asked again. */
    const look = async (id: string) => {
      await portal
        .knex('readiness_fact')
        .update({ collected_at: Date.now() - minute });
      const { body } = await portal
        .as('dana')
        .post(`${path}/collect`)
        .expect(200);
      const check = body.checks.find((each: { id: string }) => each.id === id);
      return [check.verdict, check.note];
    };
    const serve = async (person: string) => {
      const team = `group:default/${person.split('.')[1]}`;
      const { interest } = await portal.record(person, lake, { team });
      await portal
        .as('dana')
        .put(`/interests/${interest.id}/status`)
        .send({ status: 'adopted', version: interest.version })
        .expect(200);
    };

    const attested = [
      'security-review',
      'data-classes',
      'approval-workflow',
      'service-levels',
      'cost-allocation',
      'tenancy',
    ];

    beforeAll(async () => {
      portal = await startPortal({
        knex: await databases.init(databaseId),
        features: [docs.plugin],
        config: { app: { baseUrl: 'https://portal.example.com' } },
      });
      setReadyWorld(portal.catalog);
      publish(readyTitles);
      for (const slug of attested) {
        await attest(slug, 'pass');
      }
    });
    afterAll(() => portal?.backend.stop());
    const pilotIs = (change: Parameters<typeof readyPilot>[0]) => async () =>
      portal.catalog.set(readyPilot(change));
    const repaired = pilotIs({});
    const without = (title: string) =>
      Object.fromEntries(
        Object.entries(readyTitles).filter(([, each]) => each !== title),
      );
    const links = (...all: Array<[title: string, url: string]>) =>
      pilotIs({
        metadata: { links: all.map(([title, url]) => ({ title, url })) },
      });
    const chat: [string, string] = ['Support', 'https://chat.example.com'];

    type Case = [
      check: string,
      broken: () => Promise<unknown>,
      verdict: string,
      note: string | null,
      repair: () => Promise<unknown>,
      passes: string | null,
    ];
    const documented = (slug: string, title: string): Case => [
      `docs.${slug}`,
      async () => publish(without(title)),
      'fail',
      `Its TechDocs have no page and no heading called ${title}.`,
      async () => publish(readyTitles),
      `"${title}" is in its TechDocs.`,
    ];
    const cases: Case[] = [
      [
        'governance.owner',
        pilotIs({ relations: { ownedBy: ['user:default/dana'] } }),
        'fail',
        'user:default/dana owns it alone; a Group is needed.',
        repaired,
        'Team partner-tech owns it.',
      ],
      ...attested.map(
        (slug): Case => [
          `governance.${slug}`,
          () => attest(slug, 'fail'),
          'fail',
          null,
          () => attest(slug, 'pass'),
          null,
        ],
      ),
      documented('getting-started', 'Getting started'),
      [
        'docs.api-reference',
        async () =>
          portal.catalog.set(entityOf('API', 'lake-api', { spec: {} })),
        'fail',
        'Its TechDocs have no page and no heading called API reference.',
        async () =>
          portal.catalog.set(
            entityOf('API', 'lake-api', { spec: { definition: 'x' } }),
          ),
        'The API The lake-api has a definition.',
      ],
      documented('examples', 'Examples'),
      documented('troubleshooting', 'Troubleshooting'),
      documented('best-practices', 'Best practices'),
      [
        'docs.lessons',
        pilotIs({ spec: { successMeasures: [{ title: 'P', target: 20 }] } }),
        'fail',
        'Missing: a success measure with where it stands.',
        repaired,
        'It states 1 decision and 1 success measure with where it stands.',
      ],
      [
        'automation.manual-steps',
        pilotIs({
          spec: {
            manualSteps: [
              { id: 'a', title: 'Automated', automatedBy: 'https://x.example' },
              { id: 'b', title: 'Grant access', minutes: 30, timesPerMonth: 4 },
              { id: 'c', title: 'Pay', automatedBy: 'template:default/gone' },
            ],
          },
        }),
        'fail',
        '1 of 3 manual steps automated. Left: Grant access, Pay (template:default/gone is not in the catalog). At least 120 minutes a month by hand.',
        repaired,
        '1 of 1 manual step automated.',
      ],
      [
        'automation.onboarding-template',
        async () => portal.catalog.remove('template:default/create-recipient'),
        'fail',
        'template:default/create-recipient is not in the catalog.',
        async () =>
          portal.catalog.set(entityOf('Template', 'create-recipient')),
        'The template The create-recipient does it.',
      ],
      [
        'automation.monitoring',
        links(['Admin dashboard', 'https://admin.example.com']),
        'fail',
        'Neither it nor what implements it has a link or an annotation of a dashboard or an alert.',
        async () =>
          portal.catalog.set(
            entityOf('Component', 'lake-server', {
              metadata: { annotations: { 'grafana/dashboard-selector': 'x' } },
            }),
          ),
        'The annotation grafana/dashboard-selector of The lake-server names it.',
      ],
      [
        'headcount.enough-people',
        async () =>
          portal.catalog.set(teamOf('partner-tech', 1), teamOf('data', 0)),
        'fail',
        'Team partner-tech has 1 member; 2 are needed.',
        async () =>
          portal.catalog.set(teamOf('partner-tech', 3), teamOf('data', 2)),
        'Team partner-tech has 3 members.',
      ],
      [
        'headcount.two-operators',
        async () =>
          portal.catalog.set(teamOf('partner-tech', 0), teamOf('data', 1)),
        'fail',
        'Team data has 1 member; 2 are needed.',
        async () =>
          portal.catalog.set(teamOf('partner-tech', 3), teamOf('data', 2)),
        'Team partner-tech has 3 members.',
      ],
      [
        'headcount.support',
        links(chat),
        'fail',
        'A support channel is linked as "Support"; a link of office hours is missing.',
        links(chat, ['Office hours', 'https://cal.example.com']),
        'The links "Support" and "Office hours" lead to them.',
      ],
      [
        'headcount.platform-team',
        pilotIs({ spec: { handOff: { to: 'group:default/nobody' } } }),
        'fail',
        'group:default/nobody, named in spec.handOff, is not in the catalog.',
        repaired,
        'Team data takes over.',
      ],
    ];

    it('are the default ones, which pass when all is done, but for adopters to come', async () => {
      const { body } = await portal.as('ana').get(path).expect(200);
      expect(body.checks).toHaveLength(defaultChecks.length);
      expect(
        body.checks.filter((each: any) => each.verdict !== 'pass'),
      ).toEqual([
        expect.objectContaining({
          id: 'automation.hands-off-adopters',
          verdict: 'notApplicable',
          note: 'No team was adopted in the last 180 days.',
        }),
      ]);
      expect(body).toMatchObject({ score: 1, weakestScore: 1, unknown: 0 });
      expect(
        body.checks.find((each: any) => each.id === 'docs.examples').evidence,
      ).toBe('https://portal.example.com/docs/default/pilot/lake/examples/');
    });

    it.each(cases)(
      '%s is broken and repaired',
      async (check, broken, verdict, note, repair, passes) => {
        await broken();
        expect(await look(check)).toEqual([verdict, note]);
        await repair();
        expect(await look(check)).toEqual(['pass', passes]);
        await repaired();
      },
    );

    it('counts the adopters who came when no step was left, among all of half a year', async () => {
      const check = 'automation.hands-off-adopters';
      await pilotIs({ spec: { manualSteps: [{ id: 'a', title: 'A' }] } })();
      await look(check);
      await serve('p.one');
      expect(await look(check)).toEqual([
        'fail',
        '0 of 1 adopter of the last 180 days came when no manual step was left; 80% are needed.',
      ]);
      await repaired();
      await look(check);
      for (const team of ['two', 'three', 'four']) {
        await serve(`p.${team}`);
      }
      expect((await look(check))[0]).toBe('fail');
      await serve('p.five');
      expect(await look(check)).toEqual([
        'pass',
        '4 of 5 adopters of the last 180 days came when no manual step was left.',
      ]);
      // Five adopters need two people, nine of them three.
      portal.catalog.set(teamOf('partner-tech', 2), teamOf('data', 0));
      expect(await look('headcount.enough-people')).toEqual([
        'pass',
        'Team partner-tech has 2 members for 5 adopters.',
      ]);
      for (const team of ['six', 'seven', 'eight', 'nine']) {
        await serve(`p.${team}`);
      }
      expect(await look('headcount.enough-people')).toEqual([
        'fail',
        'Team partner-tech has 2 members for 9 adopters; 3 are needed.',
      ]);
    });

    it('leaves unknown who will be the platform team, as long as nobody says', async () => {
      await pilotIs({ spec: { handOff: undefined } })();
      expect(await look('headcount.platform-team')).toEqual(['unknown', null]);
    });

    it('reads the index of a site once, until it is built anew', async () => {
      publish(readyTitles);
      await look('docs.examples');
      const before = docs.indexReads;
      await look('docs.examples');
      await look('docs.examples');
      expect(docs.indexReads).toBe(before);
    });
  },
);
