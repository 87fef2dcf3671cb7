import { databases } from '../__testUtils__/databases';
import { api, TestCatalog } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';
import { dayMs } from '@pilot-to-platform/plugin-pilot-common';

jest.setTimeout(300_000);

const team = 'group:default/payments';
describe.each(databases.eachSupportedId())(
  'a named request on %s',
  databaseId => {
    // Two backends on one database, as two replicas are.
    let portals: TestPortal[];
    let portal: TestPortal;
    beforeAll(async () => {
      const knex = await databases.init(databaseId);
      const catalog = new TestCatalog();
      portals = [
        await startPortal({ knex, catalog }),
        await startPortal({ knex, catalog }),
      ];
      [portal] = portals;
    });
    afterAll(async () => {
      for (const { backend } of portals ?? []) {
        await backend.stop();
      }
    });
    const fresh = (name: string) => {
      portal.catalog.set(api(name));
      return {
        path: `/interests/api/default/${name}`,
        ref: `api:default/${name}`,
      };
    };
    const types = async (ref: string) =>
      (await portal.log(ref)).map(({ type }) => type);

    it('does not revive what was withdrawn meanwhile', async () => {
      const { path, ref } = fresh('late');
      const body = { team, requestId: 'late-1' };
      const first = await portal.as('ana').put(path).send(body);
      const { id } = first.body.interest;
      const withdrawn = await portal.as('ana').delete(`/interests/${id}`);
      const retry = await portal.as('ana').put(path).send(body);
      expect([first.status, retry.status]).toEqual([201, 200]);
      expect(retry.body.interest).toEqual(withdrawn.body.interest);
      expect(retry.body.demand.counts.interests).toBe(0);
      expect(await types(ref)).toEqual(['owner', 'recorded', 'withdrawn']);

      const wanted = await portal
        .as('ana')
        .put(path)
        .send({ team, requestId: 'late-2' });
      expect(wanted.body.interest).toMatchObject({ id, status: 'open' });
    });

    it('does not undo a later change', async () => {
      const { path } = fresh('changed');
      const put = (body: object) => portal.as('ana').put(path).send(body);
      const named = { team, requestId: 'c', urgency: 'nice-to-have' };
      await put(named);
      await put({ team, urgency: 'critical' });
      const { body } = await put(named);
      expect(body.interest).toMatchObject({ urgency: 'critical', version: 2 });
    });

    it('counts also where it changed nothing', async () => {
      const { path } = fresh('standing');
      const put = (body: object) => portal.as('ana').put(path).send(body);
      const { body: first } = await put({ team });
      await put({ team, requestId: 'same' });
      await portal.as('ana').delete(`/interests/${first.interest.id}`);
      const { body } = await put({ team, requestId: 'same' });
      expect(body.interest.status).toBe('withdrawn');
    });

    it("is its author's own", async () => {
      const { path } = fresh('shared');
      for (const person of ['ana', 'ben']) {
        const { status } = await portal
          .as(person)
          .put(path)
          .send({ team, requestId: 'shared' });
        expect([person, status]).toEqual([person, 201]);
      }
    });

    it('is for one target', async () => {
      const [one, two] = [fresh('one'), fresh('two')];
      const body = { team, requestId: 'one-or-two' };
      const put = (path: string) => portal.as('ana').put(path).send(body);
      expect((await put(one.path)).status).toBe(201);
      const refused = await put(two.path);
      expect([refused.status, refused.body.error.message]).toEqual([
        409,
        expect.stringMatching(/^requestId: names an earlier request/),
      ]);
      expect(await types(two.ref)).toEqual(['owner']);
    });

    it('is written once when it arrives many times at once', async () => {
      const { path, ref } = fresh('busy');
      const answers = await Promise.all(
        [...Array(8).keys()].map(index =>
          portals[index % 2]
            .as('ana')
            .put(path)
            .send({ team, requestId: 'busy', useCaseKey: `key-${index}` }),
        ),
      );
      const statuses = answers.map(({ status }) => status).sort();
      expect(statuses).toEqual([...Array(7).fill(200), 201]);
      const ids = new Set(answers.map(({ body }) => body.interest.id));
      expect(ids.size).toBe(1);
      expect(await types(ref)).toEqual(['owner', 'recorded']);
    });

    it('is refused for all targets but one when it arrives at once', async () => {
      const targets = [...Array(4).keys()].map(index => fresh(`race-${index}`));
      const answers = await Promise.all(
        targets.map(({ path }, index) =>
          portals[index % 2]
            .as('ana')
            .put(path)
            .send({ team, requestId: 'race' }),
        ),
      );
      const statuses = answers.map(({ status }) => status).sort();
      expect(statuses).toEqual([201, 409, 409, 409]);
    });

    it('is forgotten after seven days', async () => {
      const { path } = fresh('old');
      const body = { team, requestId: 'old' };
      const kept = async () =>
        (await portal.knex('request').where({ request_id: 'old' })).length;
      await portal.as('ana').put(path).send(body);
      const now = Date.now();
      await portal.sync(new Date(now + 6 * dayMs));
      expect(await kept()).toBe(1);
      await portal.sync(new Date(now + 8 * dayMs));
      expect(await kept()).toBe(0);
    });
  },
);
