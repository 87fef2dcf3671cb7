import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { defaultChecks, dayMs } from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import {
  entityOf,
  lake,
  readyPilot,
  setReadyWorld,
} from '../__testUtils__/readyPilot';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const path = '/readiness/pilot/default/lake';
const server = '/readiness/component/default/lake-server';
const tenancy = 'governance.tenancy';
const evidence = 'https://wiki.example.com/tenancy';
const tomorrow = () => new Date(Date.now() + dayMs).toISOString();

describe('rights about readiness', () => {
  let portal: TestPortal;
  const begin = async (
    options: Partial<Parameters<typeof startPortal>[0]> = {},
  ) => {
    portal = await startPortal({
      knex: await databases.init('SQLITE_3'),
      conditional: true,
      config: {
        pilot: { decisions: { approvers: ['group:default/architects'] } },
      },
      ...options,
    });
    setReadyWorld(portal.catalog);
  };
  afterEach(() => portal?.backend.stop());

  /** Returns what each call answers, and what it says that could be done. */
  const answers = async () => {
    const attested = await portal
      .as('dana')
      .post(`${path}/attestations`)
      .send({ check: tenancy, verdict: 'fail', evidence });
    const waived = await portal
      .as('ada.architects')
      .post(`${path}/waivers`)
      .send({ check: tenancy, reason: 'Soon', expiresAt: tomorrow() });
    const read = await portal.as('ana').get(path);
    const refs = await portal
      .as('ana')
      .post('/readiness/by-refs')
      .send({ targets: [lake] });
    const canOf = async (person: string) => {
      const { body } = await portal.as(person).get(path);
      const found = body.checks?.find((each: any) => each.id === tenancy);
      return [found?.can.attest, found?.can.waive];
    };
    return {
      read: read.status,
      log: (await portal.as('ana').get(`${path}/log`)).status,
      collect: (await portal.as('ana').post(`${path}/collect`)).status,
      refs: refs.body.items[0] === null ? 'null' : refs.status,
      attest: attested.status,
      waive: waived.status,
      owner: (await canOf('dana'))[0],
      approver: (await canOf('ada.architects'))[1],
    };
  };
  const all = {
    read: 200,
    log: 200,
    collect: 200,
    refs: 200,
    attest: 201,
    waive: 201,
    owner: true,
    approver: true,
  };

  const withoutOne: Array<[string, object]> = [
    ['none', {}],
    [
      'pilot.readiness.read',
      {
        ...{ read: 403, log: 403, collect: 403, refs: 'null' },
        ...{ attest: 403, waive: 403 },
        ...{ owner: undefined, approver: undefined },
      },
    ],
    ['pilot.readiness.attest', { attest: 403, owner: 'notAllowed' }],
    ['pilot.readiness.waive', { waive: 403, approver: 'notAllowed' }],
    ['pilot.interest.read', {}],
  ];
  it.each(withoutOne)('without %s', async (denied, refused) => {
    await begin({ denied: [denied] });
    expect(await answers()).toEqual({ ...all, ...refused });
  });

  it('are those of the domain while the permission framework is off', async () => {
    await begin({
      config: {
        permission: { enabled: false },
        pilot: { decisions: { approvers: ['group:default/architects'] } },
      },
    });
    expect(await answers()).toEqual(all);
    const { status } = await portal
      .as('ana')
      .post(`${path}/attestations`)
      .send({ check: tenancy, verdict: 'pass', evidence });
    expect(status).toBe(403);
  });

  it('show no numbers of the gate to who may not read interest', async () => {
    await begin({
      decide: (permission, person) =>
        permission === 'pilot.interest.read' && person === 'cleo'
          ? { result: AuthorizeResult.DENY }
          : undefined,
    });
    const gate = async (person: string) =>
      (await portal.as(person).get(path).expect(200)).body.gate;
    expect(await gate('cleo')).toBeNull();
    expect(await gate('ana')).toEqual({
      to: 'build-out',
      open: false,
      left: [
        { code: 'teams', value: 0, needed: 3 },
        { code: 'useCases', value: 0, needed: 3 },
        { code: 'score', value: 0, needed: 40 },
      ],
    });
  });

  it('show nothing of a hidden entity, and no Pilot that is hidden', async () => {
    await begin();
    const sees = async (person: string) =>
      (await portal.as(person).get(server).expect(200)).body;
    expect((await sees('ana')).pilots).toEqual([lake]);
    portal.catalog.hidden.set('user:default/cleo', [lake]);
    const { pilots, ...rest } = await sees('cleo');
    expect(pilots).toEqual([]);
    expect(JSON.stringify(rest)).not.toContain('lake"');

    const cleo = portal.as('cleo');
    const calls = [
      cleo.get(path),
      cleo.get(`${path}/log`),
      cleo.get(`${path}/log`).set('accept', 'text/csv'),
      cleo.post(`${path}/collect`),
      cleo
        .post(`${path}/attestations`)
        .send({ check: tenancy, verdict: 'pass', evidence }),
      cleo.delete(`${path}/attestations/any`),
      cleo
        .post(`${path}/waivers`)
        .send({ check: tenancy, reason: 'R', expiresAt: tomorrow() }),
      cleo.delete(`${path}/waivers/any`),
      cleo
        .post(`${path}/results`)
        .send([{ check: 'docs.examples', verdict: 'pass' }]),
    ];
    const statuses = (await Promise.all(calls)).map(({ status }) => status);
    // Who approves nothing waives nothing, whatever there is.
    expect(statuses).toEqual([404, 404, 404, 404, 404, 404, 403, 403, 404]);
    const { body } = await cleo
      .post('/readiness/by-refs')
      .send({ targets: [lake, 'component:default/lake-server'] });
    expect(body.items).toEqual([
      null,
      expect.objectContaining({ target: 'component:default/lake-server' }),
    ]);
  });

  it('are asked for kinds that interest can be in, and no others', async () => {
    await begin();
    const { status } = await portal
      .as('ana')
      .get('/readiness/domain/default/partners');
    expect(status).toBe(400);
  });

  it('lead to where each check is fixed', async () => {
    await begin();
    const linksOf = async (metadata: object) => {
      portal.catalog.set(readyPilot({ metadata }));
      const { body } = await portal.as('ana').get(path).expect(200);
      return [
        'docs.lessons',
        'docs.examples',
        'automation.onboarding-template',
        tenancy,
      ].map(id => body.checks.find((each: any) => each.id === id).fix.link);
    };
    const page = '/catalog/default/pilot/lake';
    const docs = '/docs/default/pilot/lake';
    expect(await linksOf({})).toEqual([page, docs, '/create', page]);
    const edit = 'https://git.example.com/edit/catalog-info.yaml';
    const view = 'https://git.example.com/blob/catalog-info.yaml';
    expect(
      await linksOf({
        annotations: {
          'backstage.io/edit-url': edit,
          'backstage.io/view-url': view,
        },
      }),
    ).toEqual([edit, edit, '/create', page]);
    expect(
      await linksOf({
        annotations: {
          'backstage.io/edit-url': 'data:text/html,<script>',
          'backstage.io/view-url': view,
        },
      }),
    ).toEqual([view, view, '/create', page]);
  });

  it('lead to pages where the portal has them', async () => {
    const page = (id: string, at: string) => ({
      [id]: { config: { path: at } },
    });
    await begin({
      config: {
        app: {
          baseUrl: 'https://portal.example.com',
          extensions: [
            page('page:catalog/entity', '/things/:kind/:namespace/:name'),
            page('page:techdocs/reader', '/read/:kind/:namespace/:name'),
            page('page:scaffolder', '/make'),
          ],
        },
      },
    });
    const ana = portal.as('ana');
    const expected = [
      ['docs.lessons', '/things/pilot/default/lake'],
      ['docs.examples', '/read/pilot/default/lake'],
      ['automation.onboarding-template', '/make'],
    ];
    const { body } = await ana.get(path).expect(200);
    for (const [id, link] of expected) {
      const check = body.checks.find((each: any) => each.id === id);
      expect([id, check.fix.link]).toEqual([id, link]);
    }
    const { text } = await ana.get(path).set('Accept', 'text/csv').expect(200);
    for (const [, link] of expected) {
      expect(text).toContain(`,${link},`);
    }
  });

  it('give the checks as a table that a spreadsheet does not execute', async () => {
    await begin();
    await portal
      .as('dana')
      .post(`${path}/attestations`)
      .send({ check: tenancy, verdict: 'fail', evidence, note: '=1+1' })
      .expect(201);
    const { text, headers } = await portal
      .as('ana')
      .get(path)
      .set('accept', 'text/csv')
      .expect(200);
    expect(headers['content-disposition']).toMatch(/lake-readiness-.*\.csv/);
    const lines = text.trim().split('\r\n');
    expect(lines).toHaveLength(22);
    expect(lines[0]).toMatch(/^id,dimension,question,verdict,required/);
    expect(text).toContain("'=1+1");
  });

  it('page the log', async () => {
    await begin();
    await portal.as('ana').get(path).expect(200);
    const pages: string[][] = [];
    let cursor = '';
    do {
      const { body } = await portal
        .as('ana')
        .get(`${path}/log?limit=5${cursor && `&cursor=${cursor}`}`)
        .expect(200);
      pages.push(body.items.map((line: any) => line.check));
      cursor = body.nextCursor ?? '';
    } while (cursor);
    const checks = pages.flat();
    expect(pages.slice(0, -1).every(page => page.length === 5)).toBe(true);
    expect(new Set(checks).size).toBe(checks.length);
    expect(checks).toContain('automation.manual-steps');
    const csv = async (query = '') => {
      const { text, headers } = await portal
        .as('ana')
        .get(`${path}/log${query}`)
        .set('accept', 'text/csv')
        .expect(200);
      expect(headers['content-disposition']).toMatch(
        /lake-readiness-log-.*\.csv/,
      );
      const [head, ...rows] = text.trim().split('\r\n');
      expect(head).toMatch(/^at,type,check,verdict,by,source/);
      return rows.map(row => row.split(',')[2]);
    };
    expect(await csv()).toEqual(checks);
    const [first] = checks;
    expect(await csv(`?check=${first}`)).toEqual([first]);
    const { status } = await portal.as('ana').get(`${path}/log?cursor=zzz`);
    expect(status).toBe(400);
  });

  it('list every check in force, as the operator changed it', async () => {
    await begin({
      config: {
        pilot: {
          readiness: {
            checks: {
              'docs.examples': { weight: 5, report: false },
              'docs.lessons': { enabled: false },
            },
          },
        },
      },
    });
    portal.catalog.set(entityOf('Component', 'c'));
    const { body } = await portal
      .as('sam')
      .get('/readiness/checks')
      .expect(200);
    expect(body.items).toHaveLength(defaultChecks.length - 1);
    expect(
      body.items.find((each: any) => each.id === 'docs.examples'),
    ).toMatchObject({
      weight: 5,
      report: false,
      source: 'techdocs',
      attestationDays: null,
    });
  });
});
