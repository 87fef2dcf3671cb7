import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { databases } from '../__testUtils__/databases';
import { lake, setReadyWorld } from '../__testUtils__/readyPilot';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const path = '/readiness/pilot/default/lake';
const review = 'governance.security-review';
const hour = 60 * 60_000;
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();

describe.each(databases.eachSupportedId())(
  'reported results on %s',
  databaseId => {
    let portal: TestPortal;
    const begin = async (
      options: Partial<Parameters<typeof startPortal>[0]> = {},
    ) => {
      portal = await startPortal({
        knex: await databases.init(databaseId),
        ...options,
      });
      setReadyWorld(portal.catalog);
    };
    afterEach(() => portal?.backend.stop());

    const report = (...results: object[]) =>
      portal.asService('external:ci').post(`${path}/results`).send(results);
    const look = async () => {
      const { body } = await portal.as('ana').get(path).expect(200);
      return body.checks.find((each: { id: string }) => each.id === review);
    };

    it('come from a service, and the newest one holds', async () => {
      await begin();
      const first = await report({
        check: review,
        verdict: 'fail',
        evidence: 'https://ci.example.com/1',
        note: 'Two findings',
        at: ago(2 * hour),
      });
      expect([first.status, first.body]).toEqual([
        200,
        { target: lake, accepted: 1, unchanged: 0 },
      ]);
      expect(await look()).toMatchObject({
        verdict: 'fail',
        source: 'report',
        by: 'external:ci',
        note: 'Two findings',
        evidence: 'https://ci.example.com/1',
      });
      const { body } = await report(
        { check: review, verdict: 'pass', at: ago(hour) },
        { check: 'governance.service-levels', verdict: 'pass' },
        // Older than what was just said.
        { check: review, verdict: 'fail', at: ago(3 * hour) },
      );
      expect(body).toEqual({ target: lake, accepted: 2, unchanged: 1 });
      expect((await look()).verdict).toBe('pass');
      // An attestation stands above a report, whatever it says.
      await portal
        .as('dana')
        .post(`${path}/attestations`)
        .send({
          check: review,
          verdict: 'fail',
          evidence: 'https://wiki.example.com',
        })
        .expect(201);
      expect((await look()).verdict).toBe('fail');
      expect(portal.audits[0]).toEqual({
        eventId: 'readiness-report',
        severity: 'medium',
        actor: 'external:ci',
        meta: { target: lake, checks: [review] },
        end: 'success',
      });
    });

    it('sent again change nothing, and later the same is fresh again', async () => {
      await begin();
      const dated = { check: review, verdict: 'pass', at: ago(hour) };
      await report(dated);
      expect((await report(dated)).body.accepted).toBe(0);
      const undated = { check: review, verdict: 'pass' };
      expect((await report(undated)).body.accepted).toBe(1);
      expect((await report(undated)).body.accepted).toBe(0);
      await portal.knex('check_result').update({ at: Date.now() - hour });
      expect((await report(undated)).body.accepted).toBe(1);
      const { body } = await portal
        .as('ana')
        .get(`${path}/log?check=${review}`);
      expect(body.items.map((line: any) => [line.type, line.by])).toEqual([
        ['result', 'external:ci'],
        ['result', 'external:ci'],
        ['result', 'external:ci'],
      ]);
    });

    const lines = async () => {
      const { body } = await portal
        .as('ana')
        .get(`${path}/log?check=${review}`)
        .expect(200);
      return body.items.map(({ verdict }: any) => verdict);
    };

    it('of a clock that is ahead are no news when they are sent again', async () => {
      await begin();
      const ahead = { check: review, verdict: 'fail', at: ago(-4 * 60_000) };
      expect((await report(ahead)).body.accepted).toBe(1);
      expect((await report(ahead)).body.accepted).toBe(0);
      expect(await lines()).toEqual(['fail']);
      expect((await look()).at).toBe(ahead.at);
      // What comes without a time is newer still.
      const undated = { check: review, verdict: 'pass' };
      expect((await report(undated)).body.accepted).toBe(1);
      expect((await look()).verdict).toBe('pass');
    });

    it.each([{ at: ago(hour) }, {}])(
      'of one time that contradict each other (%j) come to the last one, once',
      async time => {
        await begin();
        const both = [
          { check: review, verdict: 'fail', ...time },
          { check: review, verdict: 'pass', ...time },
        ];
        expect((await report(...both)).body).toMatchObject({
          accepted: 1,
          unchanged: 1,
        });
        expect((await report(...both)).body.accepted).toBe(0);
        expect(await lines()).toEqual(['pass']);
        expect((await look()).verdict).toBe('pass');
      },
    );

    it('go stale into unknown, with what was said last', async () => {
      await begin();
      await report({ check: review, verdict: 'pass', at: ago(31 * 24 * hour) });
      expect(await look()).toMatchObject({
        verdict: 'unknown',
        lastAnswer: { verdict: 'pass', source: 'report' },
      });
    });

    it('are taken whole or not at all, and say what is wrong where', async () => {
      await begin();
      const good = { check: review, verdict: 'pass' };
      const wrong: Array<[object, string]> = [
        [
          { check: 'governance.security-view', verdict: 'pass' },
          `1.check: there is no check governance.security-view; did you mean ${review}?`,
        ],
        [
          { check: 'governance.tenancy', verdict: 'pass' },
          '1.check: results of governance.tenancy are not reported. The owner attests it with a link to the evidence.',
        ],
        [
          { ...good, at: new Date(Date.now() + hour).toISOString() },
          '1.at: must not be in the future',
        ],
        [{ ...good, verdict: 'unknown' }, '1.verdict'],
        [{ ...good, evidence: 'ftp://x' }, '1.evidence: must be a link'],
      ];
      for (const [result, message] of wrong) {
        const { status, body } = await report(good, result);
        expect([status, body.error.message]).toEqual([
          400,
          expect.stringContaining(message),
        ]);
      }
      expect(await portal.knex('check_result')).toEqual([]);
    });

    const whoMay: Array<[string, object, boolean, number]> = [
      ['dana', { permission: { enabled: true } }, true, 200],
      ['dana', { permission: { enabled: true } }, false, 403],
      ['dana', { permission: { enabled: false } }, true, 403],
      ['ana', { permission: { enabled: true } }, true, 403],
    ];
    it.each(whoMay)(
      'by %s with %j and the permission %s answer %i',
      async (person, config, granted, expected) => {
        await begin({
          config,
          decide: permission =>
            permission === 'pilot.readiness.report' && !granted
              ? { result: AuthorizeResult.DENY }
              : undefined,
        });
        const { status } = await portal
          .as(person)
          .post(`${path}/results`)
          .send([{ check: review, verdict: 'pass' }]);
        expect(status).toBe(expected);
      },
    );

    it('are refused from a service without the permission, whether it exists or not', async () => {
      const missing = () =>
        portal
          .asService()
          .post('/readiness/pilot/default/none/results')
          .send([{ check: review, verdict: 'pass' }]);
      await begin({ denied: ['pilot.readiness.report'] });
      const refused = await report({ check: review, verdict: 'pass' });
      expect(refused.status).toBe(403);
      expect((await missing()).body.error).toEqual(refused.body.error);
      await portal.backend.stop();
      await begin();
      expect((await missing()).status).toBe(404);
    });
  },
);
