import { mockCredentials } from '@backstage/backend-test-utils';
import { PilotApi, PilotClient } from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import { api, pilot } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';
import { openapiDocument } from '../app/document';

jest.setTimeout(300_000);

const sharing = 'pilot:default/delta-sharing';
const drop = 'pilot:default/delta-sharing-drop';
const orders = 'api:default/orders';
const payments = 'group:default/payments';
const useCase = 'Weekly extracts for forty partners, without a ticket.';

const token = (person: string) => ({
  token: mockCredentials.user.token(`user:default/${person}`),
});
const script = {
  token: mockCredentials.service.token({
    onBehalfOf: mockCredentials.service('external:script'),
    targetPluginId: 'pilot',
  }),
};
const ana = token('ana');
const ben = token('ben');
const dana = token('dana');

/** The document's word on an answer to a request. */
function documented(method: string, path: string, status: number): any {
  const templates = Object.entries<any>(openapiDocument.paths);
  const found = templates.find(
    ([template, methods]) =>
      new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path) &&
      methods[method.toLowerCase()],
  );
  return found?.[1][method.toLowerCase()].responses[status];
}

/** Finds the path of an answer in the document: CSV has a path of its own. */
const pathOfAnswer = (path: string, type: string | null) =>
  type?.startsWith('text/csv') ? `${path}/csv` : path;

describe('the typed client and a real backend', () => {
  let portal: TestPortal;
  let client: PilotApi;
  /** The last answer, as it was sent. */
  let raw: { status: number; type: string | null; text: string };
  const called = new Set<string>();

  beforeAll(async () => {
    portal = await startPortal({ knex: await databases.init('SQLITE_3') });
    portal.catalog.set(pilot('delta-sharing-drop'), api('leaving'));
    const base = `http://localhost:${portal.backend.server.port()}/api/pilot`;
    const plain = new PilotClient({
      baseUrl: base,
      fetchApi: {
        fetch: async (input, init) => {
          const response = await fetch(input, init);
          const text = await response.clone().text();
          const type = response.headers.get('content-type');
          raw = { status: response.status, type, text };
          const { pathname } = new URL(String(input));
          const path = pathname.replace('/api/pilot', '');
          const answer = documented(
            init!.method!,
            pathOfAnswer(path, type),
            response.status,
          );
          expect([init!.method, path, response.status, answer]).toEqual([
            init!.method,
            path,
            response.status,
            expect.anything(),
          ]);
          if (text && !answer.$ref) {
            expect(Object.keys(answer.content)).toContain(type!.split(';')[0]);
          }
          return response;
        },
      },
    });
    client = new Proxy(plain, {
      get: (of: any, method: string) => {
        called.add(method);
        return of[method].bind(of);
      },
    });
  });
  afterAll(() => portal?.backend.stop());

  /** Fails where an answer has a field that the client does not know, or lacks. */
  const exact = async <T>(answer: Promise<T>): Promise<T> => {
    const parsed = await answer;
    expect(JSON.parse(raw.text)).toEqual(parsed);
    return parsed;
  };

  let id: string;

  it('record, confirm, answer and withdraw', async () => {
    const { interest, demand } = await exact(
      client.recordInterest(
        sharing,
        { team: payments, useCase, neededBy: '2999-01-01', otherwise: 'buy' },
        ana,
      ),
    );
    expect(raw.status).toBe(201);
    expect(demand?.counts.teams).toBe(1);
    id = interest.id;
    const again = { id, team: payments, useCase: null };
    expect(
      (await exact(client.recordInterest(sharing, again, ana))).interest,
    ).toMatchObject({ useCase: null, otherwise: 'buy' });
    await exact(client.confirmInterest(id, ana));
    const planned = await exact(
      client.setInterestStatus(
        id,
        { status: 'planned', note: 'In March.', version: 2 },
        dana,
      ),
    );
    expect(planned.interest).toMatchObject({
      status: 'planned',
      statusNote: 'In March.',
      version: 3,
    });
    await expect(
      client.setInterestStatus(id, { status: 'open', version: 2 }, dana),
    ).rejects.toMatchObject({
      statusCode: 409,
      body: { current: { id, version: 3, status: 'planned' } },
    });
    const other = await client.recordInterest(orders, { team: payments }, ana);
    const withdrawn = await exact(
      client.withdrawInterest(other.interest.id, ana),
    );
    expect(withdrawn.interest.status).toBe('withdrawn');
  });

  it('list interests', async () => {
    const page = await exact(
      client.listInterests(
        {
          target: sharing,
          team: payments,
          author: 'me',
          owner: 'group:default/partner-tech',
          status: ['planned', 'open'],
          internal: false,
          confirmDue: false,
          total: true,
          limit: 1,
        },
        ana,
      ),
    );
    expect([page.items[0].id, page.total]).toEqual([id, 1]);
    const all = await exact(client.listInterests({ limit: 1 }, ana));
    const cursor = all.nextCursor;
    const next = await exact(client.listInterests({ cursor, limit: 1 }, ana));
    expect(next.items[0].id).toBe(id);
    const csv = await client.listInterestsCsv({ status: 'planned' }, ana);
    expect(csv.split('\r\n')).toHaveLength(3);
  });

  it('read, rank and follow demand', async () => {
    await exact(client.getDemand(sharing, {}, ben));
    const past = await exact(
      client.getDemand(sharing, { asOf: '2020-01-01' }, ben),
    );
    expect(past.score).toBe(0);
    const page = await exact(
      client.listDemand(
        {
          kind: ['Pilot', 'API'],
          namespace: ['default'],
          owner: ['group:default/partner-tech'],
          team: payments,
          phase: ['demand', 'pilot'],
          level: ['faint', 'emerging'],
          minScore: 1,
          q: 'SHARING',
          orderBy: '-growth',
          weeks: true,
          total: true,
          limit: 3,
        },
        ben,
      ),
    );
    expect(page.items.map(({ target }) => target)).toEqual([sharing]);
    expect(page.items[0].weeks).toHaveLength(13);
    const then = await exact(client.listDemand({ asOf: '2020-01-01' }, ben));
    expect(then).not.toHaveProperty('rankedAt');
    const csv = await client.listDemandCsv({ kind: ['Pilot'] }, ben);
    expect(csv).toContain(sharing);
    const { items } = await exact(
      client.getDemandByRefs(
        { targets: [sharing, 'api:default/none', orders], weeks: true },
        ben,
      ),
    );
    expect(items.map(item => item?.target)).toEqual([
      sharing,
      undefined,
      orders,
    ]);
    const history = await exact(
      client.getDemandHistory(sharing, { from: '2026-01-01', step: 28 }, ben),
    );
    expect(history.points.at(-1)?.score).toBeCloseTo(page.items[0].score, 3);
  });

  it('find, dismiss, restore and merge what looks alike', async () => {
    const alike = await exact(
      client.findSimilar({ title: 'The delta-sharing', limit: 2 }, ana),
    );
    expect(alike.items.map(({ target }) => target)).toContain(sharing);
    const { groups } = await exact(client.getFragmentation({}, dana));
    expect(groups[0].otherwise).toMatchObject([{ code: 'buy', interest: id }]);
    const { key } = groups[0];
    const dismissal = await exact(
      client.dismissFragmentation({ key, reason: 'Not the same.' }, dana),
    );
    const dismissed = await exact(
      client.getFragmentation({ target: sharing, dismissed: true }, dana),
    );
    expect(dismissed.groups[0].dismissed?.id).toBe(dismissal.id);
    await client.restoreFragmentation(dismissal.id, dana);
    expect(raw.status).toBe(204);
    const merged = await exact(
      client.mergeTargets(
        { from: sharing, into: drop, reason: 'One need.' },
        dana,
      ),
    );
    expect(merged.moved).toBe(1);
    const after = await exact(client.getDemand(sharing, {}, ana));
    expect(after.mergedInto).toBe(drop);
  });

  it('read and try policies', async () => {
    const policy = await exact(client.getPolicy(ana));
    const { halfLifeDays } = policy.demand;
    const preview = await exact(
      client.previewPolicy(
        { demand: { halfLifeDays: halfLifeDays / 2 }, kind: 'Pilot', limit: 5 },
        ana,
      ),
    );
    expect(preview.policy).not.toBe(policy.fingerprint);
  });

  it('export, import, and see what was orphaned', async () => {
    const lines = await client.exportLines(script);
    expect(lines.trim().split('\n').length).toBeGreaterThan(1);
    const line = {
      type: 'interest',
      target: 'api:default/never-there',
      team: payments,
      author: 'user:default/ana',
      createdAt: '2026-01-05T10:00:00Z',
    };
    portal.catalog.ensure([line.author]);
    const result = await exact(
      client.importLines(JSON.stringify(line), script),
    );
    expect(result).toMatchObject({ imported: 1, orphaned: [line.target] });
    const orphans = await exact(client.listOrphans({ limit: 5 }, dana));
    expect(orphans.items).toMatchObject([
      { target: line.target, interests: 1, teams: 1 },
    ]);
  });

  it('find and move who is called otherwise', async () => {
    const [old, now] = ['user:default/ben', 'user:default/benjamin'];
    const teams = await exact(client.listOrphanedTeams({ limit: 5 }, script));
    expect(teams.items).toEqual([]);
    portal.catalog.ensure([now]);
    await exact(client.listOrphanedPersons({ limit: 5 }, script));
    const nothing = { from: 'group:default/gone', into: payments };
    await expect(
      client.moveTeam({ ...nothing, reason: 'Renamed' }, script),
    ).rejects.toThrow();
    portal.catalog.remove(old);
    await expect(
      client.movePerson({ from: old, into: now, reason: 'Renamed' }, script),
    ).rejects.toThrow();
  });

  it('withdraw what somebody asks for', async () => {
    const person = 'user:default/never-there';
    const answer = await exact(
      client.withdrawPerson({ person, reason: 'Left', dryRun: true }, script),
    );
    expect(answer.withdrawn).toEqual([]);
  });

  it('erase a person', async () => {
    const erased = await exact(
      client.erasePerson({ person: 'user:default/ben', dryRun: true }, script),
    );
    expect(erased.dryRun).toBe(true);
  });

  it('mend wrong dates', async () => {
    const redated = await exact(client.redate({ dryRun: true }, script));
    expect(redated.targets).toBe(0);
  });

  it('compare what is stored with the log, and write it anew', async () => {
    const checked = await exact(client.checkStored({ limit: 500 }, script));
    expect(checked).toMatchObject({ different: [], notReplayable: [] });
    const rebuilt = await exact(
      client.rebuildStored({ targets: [sharing] }, script),
    );
    expect(rebuilt.rebuilt).toBe(1);
    await client.renewFeed(script);
    expect(raw.status).toBe(204);
  });

  it('take everything out, and put it in nowhere else than it belongs', async () => {
    const file = await client.exportEverything(script);
    expect(file.trim().split('\n').length).toBeGreaterThan(2);
    await expect(client.importEverything(file, script)).rejects.toThrow(/409/);
  });

  it('agree in every method there is', () => {
    const methods = Object.getOwnPropertyNames(PilotClient.prototype).filter(
      name => name !== 'constructor',
    );
    expect([...called].sort()).toEqual(methods.sort());
  });
});
