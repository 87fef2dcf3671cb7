import { defaultChecks, dayMs } from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import { lake, setReadyWorld } from '../__testUtils__/readyPilot';
import { component, pilot } from '../__testUtils__/testCatalog';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';
import { expiringFacts } from './expiringFacts';
import { inTransaction } from '../kernel/store/dialect';
import {
  factsOf,
  saveReadinessFacts,
} from '../kernel/store/readiness/readinessFacts';
import { ExpiryReminder } from '../readiness/ExpiryReminder';

jest.setTimeout(300_000);

/** The name of what a notification is about tells nothing. */
const opaque = expect.stringMatching(/^[\w-]{22}$/);

const path = '/readiness/pilot/default/lake';
const owner = 'group:default/partner-tech';
const ada = 'user:default/ada.architects';

describe.each(databases.eachSupportedId())(
  'reminders of what lapses on %s',
  databaseId => {
    let portal: TestPortal;
    let start: number;
    beforeEach(async () => {
      portal = await startPortal({
        knex: await databases.init(databaseId),
        config: {
          pilot: { decisions: { approvers: ['group:default/architects'] } },
        },
      });
      setReadyWorld(portal.catalog);
      start = Date.now();
    });
    afterEach(() => portal?.backend.stop());

    const dayIn = (days: number) =>
      new Date(start + days * dayMs).toISOString().slice(0, 10);
    const attest = (check: string, days: number, target = path) =>
      portal
        .as('dana')
        .post(`${target}/attestations`)
        .send({
          check: `governance.${check}`,
          verdict: 'pass',
          evidence: 'https://wiki.example.com',
          expiresAt: dayIn(days),
        })
        .expect(201);
    const waive = (check: string, days: number) =>
      portal
        .as('ada.architects')
        .post(`${path}/waivers`)
        .send({ check, reason: 'Later', expiresAt: dayIn(days) })
        .expect(201);
    /** Runs reminders twice at once, days later, and returns what is sent. */
    const round = async (days: number) => {
      const now = new Date(start + days * dayMs);
      const reminder = new ExpiryReminder({ knex: portal.knex });
      await Promise.all([reminder.run(now), reminder.run(now)]);
      await portal.send(now);
      return portal.notifications
        .splice(0)
        .filter(({ payload }) => payload.topic === 'expiry')
        .map(({ recipients, payload }: any) => ({
          to: recipients.entityRef,
          ...payload,
        }))
        .sort((a, b) => (a.to < b.to ? -1 : 1));
    };

    it('go to the owner, and for a waiver to who gave it, once a week', async () => {
      await attest('security-review', 20);
      await attest('tenancy', 20);
      await attest('data-classes', 100);
      expect(await round(5)).toEqual([]);
      const notice = {
        title: '2 answers expire soon',
        description: 'The lake: Security review, Tenancy.',
        link: '/catalog/default/pilot/lake/readiness',
        topic: 'expiry',
        scope: opaque,
      };
      expect(await round(7)).toEqual([{ ...notice, to: owner }]);
      expect(await round(8)).toEqual([]);
      await waive('governance.cost-allocation', 21);
      // The one who waived hears of it; the owner not before the week is over.
      expect(await round(9)).toEqual([
        {
          ...notice,
          to: ada,
          title: '1 answer expires soon',
          description: 'lake: Cost allocation.',
        },
      ]);
      expect((await round(14.1)).map(({ to, title }) => [to, title])).toEqual([
        [owner, '3 answers expire soon'],
      ]);
      // Then it is over.
      expect(await round(22)).toEqual([]);
    });

    it('say nothing of what was renewed, revoked or does not hold a check up', async () => {
      await attest('security-review', 10);
      await attest('tenancy', 10);
      const { body } = await attest('data-classes', 10);
      await waive('governance.cost-allocation', 10);
      await attest('cost-allocation', 100);
      const now = new Date(start + dayMs);
      await new ExpiryReminder({ knex: portal.knex }).run(now);
      await attest('security-review', 300);
      const { attestation } = body.checks.find(
        (each: any) => each.id === 'governance.data-classes',
      );
      await portal
        .as('dana')
        .delete(`${path}/attestations/${attestation}`)
        .expect(200);
      await portal.send(now);
      expect(
        portal.notifications
          .filter(({ payload }) => payload.topic === 'expiry')
          .map(({ payload }) => [payload.title, payload.description]),
      ).toEqual([['1 answer expires soon', 'The lake: Tenancy.']]);
    });

    it('gather several targets in one message, and leave out what is gone', async () => {
      await attest('tenancy', 10);
      portal.catalog.set(component('share-server', { owner }));
      await attest('tenancy', 9, '/readiness/pilot/default/delta-sharing');
      expect(await round(1)).toEqual([
        {
          to: owner,
          title: '2 answers expire soon',
          description: 'The delta-sharing: Tenancy. The lake: Tenancy.',
          // What lapses first.
          link: '/catalog/default/pilot/delta-sharing/readiness',
          topic: 'expiry',
          scope: opaque,
        },
      ]);
      portal.catalog.remove(lake);
      await portal.sync();
      await portal.sync();
      expect((await round(8.1)).map(({ description }) => description)).toEqual([
        'The delta-sharing: Tenancy.',
      ]);
    });

    it('say nothing of an attestation that lapsed with its owner', async () => {
      await attest('tenancy', 10);
      await attest('security-review', 10);
      const ads = 'group:default/ads';
      portal.catalog.set(pilot('lake', { owner: ads }));
      await portal.sync();
      await waive('governance.tenancy', 12);
      const named = (await round(1)).map(each => [each.to, each.description]);
      expect(named).toEqual([
        [ads, 'The lake: Tenancy.'],
        // Who waived need not see it any more, and reads its name.
        [ada, 'lake: Tenancy.'],
      ]);
    });

    it('do not depend on what an answer found by looking at others', async () => {
      const check = 'docs.troubleshooting';
      await waive(check, 10);
      const now = new Date(start + 60_000);
      const { id } = await portal.knex('target').where('ref', lake).first();
      const facts = (await factsOf(portal.knex, [id])).get(Number(id))!;
      const titles = async (refs: readonly string[]) => {
        const [answer] = facts.answers;
        const passed = {
          ...{ ...answer, check, refs, source: 'techdocs' as const },
          verdict: 'pass' as const,
        };
        const answers = [...facts.answers, passed];
        await inTransaction(portal.knex, tx =>
          saveReadinessFacts(tx, id, { ...facts, answers }),
        );
        const of = async (details: 'full' | 'known') =>
          (
            await expiringFacts(
              { knex: portal.knex, checks: defaultChecks, details },
              owner,
              now,
            )
          ).flatMap(each => each.checks);
        return { full: await of('full'), known: await of('known') };
      };
      expect(await titles([])).toEqual({ full: [], known: [] });
      expect(await titles(['group:default/hidden'])).toEqual({
        full: [],
        known: [check],
      });
    });

    it('read as much for many targets as for one', async () => {
      await attest('tenancy', 10);
      const now = new Date(start + dayMs);
      const read = async () => {
        let queries = 0;
        // What was attested gets its number meanwhile, whenever that is.
        const count = ({ sql }: { sql: string }) => {
          queries += Number(!/feed/.test(sql));
        };
        portal.knex.on('query', count);
        const facts = await expiringFacts(
          { knex: portal.knex, checks: defaultChecks, details: 'known' },
          owner,
          now,
        );
        portal.knex.off('query', count);
        return { queries, targets: facts.map(({ target }) => target.ref) };
      };
      const one = await read();
      expect(one.targets).toEqual([lake]);
      const names = ['a', 'b', 'c', 'd'];
      portal.catalog.set(...names.map(name => pilot(name, { owner })));
      for (const name of names) {
        await attest('tenancy', 5, `/readiness/pilot/default/${name}`);
      }
      const all = await read();
      // What lapses first comes first.
      expect(all.targets.at(-1)).toBe(lake);
      expect(all).toEqual({ ...one, targets: expect.any(Array) });
      expect(all.targets).toHaveLength(5);
    });

    it('are what the scheduler runs', async () => {
      await attest('tenancy', 10);
      await portal.runTask('pilot-readiness-remind');
      await portal.runTask('pilot-send-messages');
      expect(portal.notifications.map(({ payload }) => payload.topic)).toEqual([
        'expiry',
      ]);
    });
  },
);
