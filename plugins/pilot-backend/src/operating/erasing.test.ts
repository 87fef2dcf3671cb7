import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { removedText, dayMs } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { readFileSync } from 'node:fs';
import { databases } from '../__testUtils__/databases';
import { startFullWorld } from '../__testUtils__/fullWorld';
import { pathOf, TestPortal } from '../__testUtils__/testPortal';
import { foldInterest } from '../interest/foldInterest';
import { byInterest } from '../interest/byInterest';
import {
  forgottenRows,
  otherPlaces,
  placeOfLog,
  placeOfTarget,
  placesOfTargets,
} from './places';
import { interestsOf } from '../kernel/store/interests/findInterests';
import { readLog } from '../kernel/store/log/readLogs';

jest.setTimeout(300_000);

const payments = 'group:default/payments';
const lake = 'pilot:default/lake';
const wish = 'A wish of their own, long enough to describe a use case';

const portals: TestPortal[] = [];
afterEach(async () => {
  await Promise.all(portals.splice(0).map(({ backend }) => backend.stop()));
});

/** Every text of every column of every table, with where it stands. */
async function dump(knex: Knex): Promise<Array<[where: string, text: string]>> {
  const isSqlite = knex.client.config.client.includes('sqlite');
  const tables: Array<{ name: string }> = isSqlite
    ? await knex('sqlite_master').where('type', 'table').select('name')
    : await knex('pg_tables')
        .where('schemaname', 'public')
        .select('tablename as name');
  const texts: Array<[string, string]> = [];
  for (const { name } of tables) {
    for (const row of await knex(name)) {
      for (const [column, value] of Object.entries(row)) {
        if (typeof value === 'string') {
          texts.push([`${name}.${column}`, value]);
        }
      }
    }
  }
  return texts;
}

const placesOf = async (knex: Knex, text: string) =>
  [
    ...new Set(
      (await dump(knex))
        .filter(([, found]) => found.toLowerCase().includes(text))
        .map(([where]) => where),
    ),
  ].sort();

/** Says something in every way there is, as persons who all write `word`. */
async function startWorld(knex: Knex): Promise<TestPortal> {
  const portal = await startFullWorld({ knex });
  portals.push(portal);
  const done = async (
    answer: PromiseLike<{ status: number; text: string }>,
  ) => {
    const { status, text } = await answer;
    if (status >= 300) throw new Error(`${status}: ${text}`);
    return JSON.parse(text || '{}');
  };
  const at = (daysAgo: number) =>
    new Date(Date.now() - daysAgo * dayMs).toISOString();
  const line = (more: object) => ({
    type: 'interest',
    target: lake,
    team: payments,
    author: 'user:default/ana',
    ...more,
  });
  await portal.importAll([
    line({
      useCaseKey: 'imported',
      useCase: `${wish} (zebra)`,
      alternative: 'zebra by hand',
      expectedUsage: 'zebra daily',
      createdAt: at(90),
      confirmedAt: at(60),
    }),
    // Two accounts of one instant: what orders them holds what they say.
    line({ useCaseKey: 'twice', useCase: 'zebra', createdAt: at(80) }),
    line({ useCaseKey: 'twice', useCase: `${wish} zebra`, createdAt: at(80) }),
    line({
      author: 'user:default/anabel',
      useCase: 'Anabel asks for herself, and describes it in so many words',
      createdAt: at(70),
    }),
    line({
      author: 'user:default/cleo',
      team: 'group:default/ads',
      useCase: 'user:default/ana. told me that user:default/ana-b knows it',
      createdAt: at(50),
    }),
    {
      type: 'status',
      target: lake,
      author: 'user:default/cleo',
      team: 'group:default/ads',
      status: 'planned',
      note: 'yak in spring',
      by: 'user:default/dana',
      at: at(40),
    },
  ]);
  const { interest } = await portal.record('ana', lake, {
    team: payments,
    useCaseKey: 'typed',
    useCase: `${wish}, zebra`,
    alternative: 'A zebra',
    expectedUsage: 'zebras',
    neededBy: '2099-01-01',
    contribute: true,
    requestId: 'request-1',
  });
  await portal.record('ana', lake, {
    team: payments,
    useCaseKey: 'typed',
    useCase: 'zebra, in short',
  });
  const { body } = await portal.as('ana').get('/interests?author=me');
  await done(
    portal
      .as('dana')
      .put(`/interests/${interest.id}/status`)
      .send({
        status: 'acknowledged',
        note: 'A yak reads it',
        version: body.items.find((each: any) => each.id === interest.id)
          .version,
      }),
  );
  const readiness = `/readiness/${pathOf(lake)}`;
  await done(
    portal.as('dana').post(`${readiness}/attestations`).send({
      check: 'headcount.support',
      verdict: 'fail',
      evidence: 'https://yak.example.com',
      note: 'yak',
    }),
  );
  await done(
    portal
      .as('dana')
      .post(`${readiness}/results`)
      .send([
        {
          check: 'docs.examples',
          verdict: 'fail',
          note: 'yak',
          evidence: 'https://yak.example.com',
        },
      ]),
  );
  await done(
    portal
      .as('ana')
      .put('/pilots/default/lake/satisfaction')
      .send({ team: payments, score: 2, note: 'zebra' }),
  );
  // What asks for something that is not there yet waits.
  await portal
    .asService()
    .post('/import')
    .type('application/x-ndjson')
    .send(
      [
        line({
          author: 'user:default/ana',
          team: 'group:default/unknown',
          useCase: 'zebra',
          createdAt: at(3),
        }),
        {
          type: 'status',
          target: lake,
          author: 'user:default/nobody-yet',
          team: payments,
          status: 'planned',
          note: 'yak',
          by: 'user:default/dana',
          at: at(2),
        },
      ]
        .map(each => JSON.stringify(each))
        .join('\n'),
    );
  await knex('message_sent').insert({
    recipient: 'user:default/ana',
    scope: 'confirm',
    sent_at: Date.now(),
  });
  await knex('target')
    .where('ref', 'api:default/new-feed')
    .update({ owner: 'user:default/ana' });
  return portal;
}

const erase = (portal: TestPortal, name: string, more: object = {}) =>
  portal
    .asService()
    .post('/persons/erase')
    .send({ person: `user:default/${name}`, ...more })
    .expect(({ status, text }) => {
      if (status !== 200) throw new Error(text);
    });

/** Everything about the demand of all dates, and of today. */
async function pastOf(portal: TestPortal): Promise<unknown[]> {
  const now = Math.floor(Date.now() / dayMs) * dayMs;
  const answers: unknown[] = [];
  for (const target of [lake, 'api:default/new-feed', 'api:default/old-feed']) {
    for (let index = 0; index < 20; index++) {
      const date = new Date(now - index * 5 * dayMs).toISOString().slice(0, 10);
      const asOf = index === 0 ? undefined : date;
      const {
        watch,
        can,
        asOf: at,
        raise,
        ...demand
      } = await portal.demand('olga', target, asOf);
      answers.push(
        asOf
          ? { ...demand, raise }
          : { counts: demand.counts, level: demand.level },
      );
    }
  }
  return answers;
}

describe.each(databases.eachSupportedId())('an erasure on %s', databaseId => {
  it.each([
    ['an author', 'ana', 'zebra'],
    ['an owner', 'dana', 'yak'],
    ['an approver', 'ada.architects', 'they come in spring'],
  ])(
    'of %s leaves neither ref nor word in any table, and every score as it was',
    async (_, name, word) => {
      const knex = await databases.init(databaseId);
      const portal = await startWorld(knex);
      const ref = `user:default/${name}`;
      const before = await pastOf(portal);
      const found = await placesOf(knex, ref);
      expect(found).not.toEqual([]);
      expect(await placesOf(knex, word)).not.toEqual([]);
      const rows = await dump(knex);

      const { body: preview } = await erase(portal, name, { dryRun: true });
      expect(await dump(knex)).toEqual(rows);
      const { body } = await erase(portal, name);
      expect(body.places).toEqual(preview.places);
      expect(body.pseudonym).toMatch(/^user:default\/erased-[0-9a-f]{16}$/);

      const left = (await dump(knex)).filter(([, text]) =>
        // Longer names are other people.
        new RegExp(`${ref}(?![\\w-])`).test(text),
      );
      expect(left).toEqual([]);
      expect(await placesOf(knex, word)).toEqual([]);
      expect(await pastOf(portal)).toEqual(before);

      const [{ count }] = await knex('erasure').count({ count: '*' });
      expect(Number(count)).toBe(1);
      expect(portal.audits.at(-1)).toMatchObject({
        eventId: 'person-erase',
        severity: 'critical',
        meta: { pseudonym: body.pseudonym },
      });
      expect(JSON.stringify(portal.audits.at(-1))).not.toContain(ref);

      // Once more, there is nothing to do.
      const { body: again } = await erase(portal, name);
      expect(again).toEqual({ ...body, places: [] });
    },
  );

  it('leaves others alone, and a log that tells what stands', async () => {
    const knex = await databases.init(databaseId);
    const portal = await startWorld(knex);
    const { body } = await erase(portal, 'ana');
    const { id } = await knex('target').where('ref', lake).first();
    const interests = await interestsOf(knex, Number(id));
    const logs = byInterest(await readLog(knex, Number(id)));
    for (const interest of interests) {
      expect(foldInterest(logs.get(interest.id)!)).toMatchObject({
        ...interest,
        version: expect.any(Number),
        updatedAt: expect.any(Date),
        imported: expect.anything(),
      });
    }
    const of = (author: string) =>
      interests.filter(each => each.author === author);
    expect(of(body.pseudonym)).toHaveLength(4);
    expect(of('user:default/anabel')[0].useCase).toContain('Anabel asks');
    expect(of('user:default/cleo')[0].useCase).toBe(
      `${body.pseudonym}. told me that user:default/ana-b knows it`,
    );
    expect(
      of(body.pseudonym).find(({ useCaseKey }) => useCaseKey === 'typed'),
    ).toMatchObject({
      useCase: removedText,
      alternative: removedText,
      expectedUsage: removedText,
      neededBy: '2099-01-01',
      contribute: true,
      // It is the owner's.
      statusNote: 'A yak reads it',
    });
    expect(
      (await portal.as('olga').get(`/readiness/${pathOf(lake)}`)).status,
    ).toBe(200);
  });

  it('is not undone by an import, and does not keep anybody from asking', async () => {
    const knex = await databases.init(databaseId);
    const portal = await startWorld(knex);
    const exported = (await portal.asService().get('/export')).text;
    await erase(portal, 'ana');
    const { body } = await portal
      .asService()
      .post('/import')
      .type('application/x-ndjson')
      .send(exported);
    expect(body.failed.length).toBeGreaterThan(4);
    expect(body.failed[0].message).toMatch(/^author: this person was erased/);
    expect(await placesOf(knex, 'zebra')).toEqual([]);
    // What was exported after it is taken as it stands, and changes nothing.
    const after = (await portal.asService().get('/export')).text;
    const again = () =>
      portal
        .asService()
        .post('/import')
        .type('application/x-ndjson')
        .send(after);
    // The catalog tells who owns what.
    await again();
    const before = await dump(knex);
    const { body: same } = await again();
    expect([same.failed, same.imported]).toEqual([[], 0]);
    const kept = new Set(before.map(each => each.join(' ')));
    expect(
      (await dump(knex))
        .map(each => each.join(' '))
        .filter(each => !kept.has(each)),
    ).toEqual([]);

    await portal.record('ana', lake, { team: payments, useCaseKey: 'typed' });
    const { body: second } = await erase(portal, 'ana');
    expect(second.places).toContainEqual({ table: 'interest', rows: 1 });
    const traces = await knex('erasure');
    expect(new Set(traces.map(({ pseudonym }) => pseudonym)).size).toBe(2);
    expect(traces.every(({ open_for }) => open_for === null)).toBe(true);
  });

  it('is one, however often it is asked for at once, and beside what the person writes', async () => {
    const knex = await databases.init(databaseId);
    const portal = await startWorld(knex);
    const writes = [...Array(12).keys()].map(index =>
      portal.record('ana', index % 2 ? lake : 'api:default/new-feed', {
        team: payments,
        useCaseKey: `more-${index}`,
        useCase: `zebra ${index}`,
      }),
    );
    const answers = await Promise.all([
      erase(portal, 'ana'),
      erase(portal, 'ana'),
      ...writes,
    ]);
    expect(answers).toHaveLength(14);
    // Who wrote meanwhile may have written after it.
    await erase(portal, 'ana');
    expect(
      (await dump(knex)).filter(([, text]) =>
        /user:default\/ana(?![\w-])/.test(text),
      ),
    ).toEqual([]);
    expect(await placesOf(knex, 'zebra')).toEqual([]);
  });

  it('sends nothing to who is not there any more', async () => {
    const knex = await databases.init(databaseId);
    const portal = await startWorld(knex);
    const { body } = await erase(portal, 'ana');
    await knex('outbox').delete();
    const [interest] = await knex('interest').where({
      author: body.pseudonym,
      use_case_key: 'twice',
    });
    await portal
      .as('dana')
      .put(`/interests/${interest.id}/status`)
      .send({ status: 'planned', version: interest.version })
      .expect(200);
    await portal.remind(new Date(Date.now() + 400 * dayMs));
    const recipients = await knex('outbox').distinct('recipient');
    expect(recipients.map(({ recipient }) => recipient)).not.toContain(
      body.pseudonym,
    );
  });

  it('of nobody leaves no trace, and one of a pseudonym is refused', async () => {
    const knex = await databases.init(databaseId);
    const portal = await startWorld(knex);
    const { body } = await erase(portal, 'never-seen');
    expect(body).toEqual({ pseudonym: null, dryRun: false, places: [] });
    expect(await knex('erasure')).toEqual([]);
    const { body: erased } = await erase(portal, 'ana');
    await portal
      .asService()
      .post('/persons/erase')
      .send({ person: erased.pseudonym })
      .expect(400);
  });
});

describe('the list of places where a person stands', () => {
  const page = readFileSync(
    resolvePackagePath(
      '@pilot-to-platform/plugin-pilot-backend',
      '../../docs/privacy.md',
    ),
    'utf8',
  );

  it('has every table, and those that hold no person apart', async () => {
    const knex = await databases.init('SQLITE_3');
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@pilot-to-platform/plugin-pilot-backend',
        'migrations',
      ),
    });
    const tables = (
      await knex('sqlite_master')
        .where('type', 'table')
        .whereNot('name', 'like', 'sqlite_%')
        .whereNot('name', 'like', 'knex_%')
        .select('name')
    ).map(({ name }) => name);
    const listed = [...page.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
    const [without] = /The tables [^.]* hold no person/.exec(page)!;
    const apart = [...without.matchAll(/`(\w+)`/g)].map(([, name]) => name);
    expect([...listed, ...apart].sort()).toEqual(tables.sort());
    const erased = [
      ...[placeOfLog, placeOfTarget, ...placesOfTargets, ...otherPlaces],
      ...forgottenRows,
    ].map(({ table }) => table);
    expect([...new Set([...erased, 'waiting_line'])].sort()).toEqual(
      listed.sort(),
    );
  });
});
