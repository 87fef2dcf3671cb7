import { databases } from '../__testUtils__/databases';
import { api, component, pilot } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';
import { interestedAuthors } from '../kernel/store/interests/findAuthors';

jest.setTimeout(300_000);

const team = (name: string) => `group:default/${name}`;
const user = (name: string) => `user:default/${name}`;

describe.each(databases.eachSupportedId())(
  'the consent of owners on %s',
  databaseId => {
    let portal: TestPortal;
    beforeAll(async () => {
      portal = await startPortal({ knex: await databases.init(databaseId) });
    });
    afterAll(() => portal?.backend.stop());

    /** Returns every answer's counts for a Pilot, and what does not count. */
    async function answersOf(target: string, asker = 'sam') {
      const one = await portal.demand(asker, target);
      const past = await portal.demand(asker, target, one.asOf);
      const read = async (path: string) =>
        (await portal.as(asker).get(path).expect(200)).body;
      const [, name] = target.split('/');
      const ofPilots = (await read(`/pilots?q=${name}`)).items[0];
      const { body } = await portal
        .as(asker)
        .post('/demand/by-refs')
        .send({ targets: [target], asOf: one.asOf })
        .expect(200);
      const preview = await portal
        .as('sam')
        .post('/policy/preview')
        .send({ demand: {} })
        .expect(200);
      const { score } = preview.body.items.find(
        (item: any) => item.target === target,
      ).before;
      expect(score).toBeCloseTo(one.score, 6);
      const of = ({ counts, unconfirmed = [] }: any) => ({
        interests: counts.interests,
        unconfirmed: unconfirmed.map((part: any) => [part.target, part.owner]),
      });
      for (const other of [past, ofPilots, body.items[0]]) {
        expect(of(other)).toEqual(of(one));
      }
      const [{ id }] = await portal.knex('target').where({ ref: target });
      const authors = await interestedAuthors(portal.knex, Number(id));
      const ofTeam = await read(`/demand?team=${team('payments')}&kind=pilot`);
      const isListed = ofTeam.items.some((each: any) => each.target === target);
      expect(isListed).toBe(one.counts.interests > 0);
      const [stored] = await portal.knex('target').where({ ref: target });
      return {
        ...of(one),
        authors: authors.map(({ author }) => author),
        phase: stored.phase,
      };
    }

    const nobody = { interests: 0, authors: [], phase: 'pilot' };
    const ana = {
      interests: 1,
      authors: [user('ana')],
      phase: 'demand',
      unconfirmed: [],
    };

    it('decides what a Pilot may count, from when it is given until it is taken back', async () => {
      const target = 'pilot:default/taking';
      const part = 'component:default/taken';
      portal.catalog.set(component('taken'));
      await portal.record('ana', part, { team: team('payments') });
      await portal.record('bo.data', part, { team: team('data') });
      portal.catalog.set(pilot('taking', { parts: [part] }));
      const published = async (options: Parameters<typeof component>[1]) => {
        portal.catalog.set(
          component('taken', { pilots: [target], ...options }),
        );
        await portal.sync();
        return answersOf(target);
      };
      const refused = { ...nobody, unconfirmed: [[part, team('data')]] };
      expect(await published({ names: '' })).toEqual(refused);
      const before = await portal.demand('sam', target);

      expect(await published({ names: 'PILOT:taking' })).toEqual(ana);
      const between = await portal.demand('sam', target);
      expect(await published({ names: 'pilot:other/taking' })).toEqual(refused);
      expect(
        await published({ names: '', owner: team('partner-tech') }),
      ).toEqual({
        ...ana,
        interests: 2,
        authors: [user('ana'), user('bo.data')],
      });
      expect(await published({ names: '', owner: null })).toEqual({
        ...nobody,
        unconfirmed: [[part, null]],
      });
      expect(await published({ names: 'taking', owner: null })).toMatchObject({
        interests: 2,
        unconfirmed: [],
      });

      const types = (await portal.log(part)).map(({ type }: any) => type);
      expect(
        types.filter((type: string) => type === 'namedPilots').length,
      ).toBe(4);
      const then = (at: string) => portal.demand('sam', target, at);
      expect((await then(before.asOf)).counts.interests).toBe(0);
      expect((await then(between.asOf)).counts.interests).toBe(1);
    });

    it('is the same where a person owns both', async () => {
      const target = 'pilot:default/of-dana';
      const part = 'api:default/also-of-dana';
      portal.catalog.set(
        pilot('of-dana', { owner: user('dana'), parts: [part] }),
        api('also-of-dana', { owner: user('dana'), names: '' }),
      );
      await portal.record('ana', part, { team: team('payments') });
      await portal.sync();
      expect(await answersOf(target)).toEqual(ana);
    });

    it('is not told to who cannot see the part', async () => {
      const target = 'pilot:default/curious';
      const part = 'component:default/secret';
      portal.catalog.set(
        pilot('curious', { parts: [part] }),
        component('secret', { names: '', pilots: [target] }),
      );
      await portal.sync();
      expect(await portal.demand('sam', target)).toMatchObject({
        unconfirmed: [{ target: part, owner: team('data') }],
      });
      // What the catalog does not have cannot be shown to anybody.
      portal.catalog.remove(part);
      await portal.sync(new Date('2026-11-01T00:00:00Z'));
      await portal.sync();
      expect((await portal.demand('sam', target)).unconfirmed).toBeUndefined();
    });

    it('does not give a new Pilot the past of a part, but for what was imported', async () => {
      const target = 'pilot:default/newcomer';
      const part = 'api:default/established';
      portal.catalog.set(api('established'));
      await portal.import([
        {
          type: 'interest',
          target: part,
          author: user('cleo'),
          team: team('ads'),
          createdAt: '2026-01-05T10:00:00Z',
        },
      ]);
      await portal.record('ana', part, { team: team('payments') });
      const { asOf: earlier } = await portal.demand('sam', part);
      await new Promise(resolve => {
        setTimeout(resolve, 5);
      });
      portal.catalog.set(pilot('newcomer', { parts: [part] }));
      await portal.sync();
      const countOn = async (at?: string) =>
        (await portal.demand('sam', target, at)).counts.interests;
      expect(await countOn()).toBe(2);
      expect(await countOn(earlier)).toBe(1);
      expect(await countOn('2026-01-06')).toBe(1);
      expect(await countOn('2026-01-04')).toBe(0);
      const { body } = await portal
        .as('sam')
        .get(
          `/demand/pilot/default/newcomer/history?from=2026-01-04&to=2026-01-06&step=1`,
        )
        .expect(200);
      expect(body.points.map(({ level }: any) => level)).toEqual([
        'none',
        'faint',
        'faint',
      ]);
    });
  },
);
