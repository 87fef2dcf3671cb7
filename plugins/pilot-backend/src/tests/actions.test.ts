import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  actionsRegistryServiceMock,
  MockActionsRegistry,
} from '@backstage/backend-test-utils/alpha';
import { mockCredentials } from '@backstage/backend-test-utils';
import { databases } from '../__testUtils__/databases';
import { Audit } from '../__testUtils__/testAuditor';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const sharing = 'pilot:default/delta-sharing';
const orders = 'api:default/orders';
const payments = 'group:default/payments';
const useCase = 'Weekly extracts for forty partners, without a ticket.';

describe.each(databases.eachSupportedId())('actions on %s', databaseId => {
  let portal: TestPortal;
  let registry: MockActionsRegistry;

  beforeAll(async () => {
    registry = actionsRegistryServiceMock();
    portal = await startPortal({
      knex: await databases.init(databaseId),
      conditional: true,
      features: [
        createServiceFactory({
          service: actionsRegistryServiceRef,
          deps: {},
          factory: () => registry,
        }),
      ],
    });
    portal.catalog.hidden.set('user:default/sam', [sharing]);
    await portal.record('ben', sharing, {
      team: 'group:default/checkout',
      urgency: 'critical',
    });
  });
  afterAll(() => portal?.backend.stop());

  const invoke = async (name: string, input: object, who = 'ana') => {
    const { output } = await registry.invoke({
      id: `test:${name}`,
      input: input as any,
      credentials: mockCredentials.user(`user:default/${who}`),
    });
    return output as Record<string, any>;
  };

  it('are there, each with what a model has to know of it', async () => {
    const { actions } = await registry.list();
    expect(
      actions.map(({ name, attributes }) => [name, attributes.readOnly]).sort(),
    ).toEqual([
      ['attest-check', false],
      ['decide-proposal', false],
      ['explain-demand', true],
      ['find-similar', true],
      ['get-adoption', true],
      ['get-demand', true],
      ['get-pilot', true],
      ['get-readiness', true],
      ['list-decisions', true],
      ['list-demand', true],
      ['list-my-interests', true],
      ['list-pilots', true],
      ['propose-phase', false],
      ['rate-pilot', false],
      ['record-interest', false],
      ['report-results', false],
      ['revoke-signature', false],
      ['waive-check', false],
      ['withdraw-proposal', false],
    ]);
    for (const { name, schema, description, attributes } of actions) {
      // What is signed or decided is so in the name of a person.
      const isSigned = /^(attest|waive|revoke|decide)-/.test(name);
      expect([name, attributes.destructive]).toEqual([name, isSigned]);
      expect([name, description.length > 150]).toEqual([name, true]);
      expect(schema.input).toMatchObject({ type: 'object' });
      expect(schema.output).toMatchObject({ type: 'object' });
    }
  });

  it('have examples that they take and answer', async () => {
    const { z } = jest.requireActual('zod/v3');
    for (const [name, { schema, examples = [] }] of registry.actions) {
      expect([name, examples.length > 0]).toEqual([name, true]);
      const inputs = examples.map(({ input }) => input);
      const outputs = examples.flatMap(({ output }) => output ?? []);
      expect([name, outputs.length > 0]).toEqual([name, true]);
      const parsed = [
        ...inputs.map(input => schema.input(z).safeParse(input)),
        ...outputs.map(output => schema.output(z).safeParse(output)),
      ];
      expect(parsed.filter(({ success }) => !success)).toEqual([]);
    }
  });

  it('record for the person who calls, once', async () => {
    const said = { target: 'pilot:delta-sharing', team: 'payments', useCase };
    const first = await invoke('record-interest', {
      ...said,
      contribute: 'true',
    });
    expect(first).toMatchObject({
      created: true,
      interest: { team: payments, useCase, contribute: true, status: 'open' },
      demand: { target: sharing, counts: { teams: 2, useCases: 1 } },
    });
    const again = await invoke('record-interest', said);
    expect(again).toMatchObject({
      created: false,
      interest: { id: first.interest.id, contribute: true },
    });
    const cleared = await invoke('record-interest', { ...said, useCase: null });
    expect(cleared.interest.useCase).toBeNull();
    await invoke('record-interest', said);
    const row = await portal
      .knex('interest')
      .where({ id: first.interest.id })
      .first();
    expect(row.author).toBe('user:default/ana');
    const audit = portal.audits.filter(
      ({ meta }: Audit) => meta?.user === 'user:default/ana',
    );
    expect(audit[0]).toMatchObject({
      eventId: 'interest-record',
      meta: { target: sharing },
      end: 'success',
    });
  });

  it('read the demand that the route answers', async () => {
    const demand = await portal.demand('ana', sharing);
    const { target, level, counts } = demand;
    const got = await invoke('get-demand', { target: sharing });
    expect(got).toMatchObject({ target, level, counts });
    expect(got.score).toBeCloseTo(demand.score, 4);
    expect(got.teams.map(({ team }: any) => team).sort()).toEqual([
      'group:default/checkout',
      payments,
    ]);
    const past = { target: sharing, asOf: '2020-01-01' };
    expect(await invoke('get-demand', past)).toMatchObject({ score: 0 });
  });

  it('explain it in sentences and numbers that agree', async () => {
    const got = await invoke('explain-demand', { target: sharing });
    const product = got.parts.reduce(
      (all: number, { contribution }: any) => all * contribution,
      100,
    );
    expect(product).toBeCloseTo(got.score, 9);
    expect(got.sentences[0]).toContain(`is ${got.score.toFixed(1)} of 100`);
    expect(got.sentences).toContain(
      '2 interests of 2 teams count; 1 of them describes a use case.',
    );
    expect(got.sentences.join(' ')).toContain(
      `would add ${got.raise[0].gain.toFixed(1)} points`,
    );
  });

  it('list what is needed most, narrowed by numbers that are texts', async () => {
    await portal.record('ana', orders, { team: payments });
    const all = await invoke('list-demand', {});
    expect(all.items.map(({ target }: any) => target)).toEqual([
      sharing,
      orders,
    ]);
    const one = await invoke('list-demand', { limit: '1' });
    expect(one.items).toHaveLength(1);
    const next = await invoke('list-demand', {
      limit: '1',
      cursor: one.nextCursor,
    });
    expect(next.items.map(({ target }: any) => target)).toEqual([orders]);
    const narrowed: Array<[object, string[]]> = [
      [{ kind: 'API' }, [orders]],
      [{ minScore: '15' }, [sharing]],
      [{ team: 'checkout' }, [sharing]],
      [{ owner: 'group:partner-tech', text: 'ORDER' }, [orders]],
      [{ orderBy: 'score' }, [orders, sharing]],
      [{ phase: 'platform' }, []],
    ];
    for (const [input, expected] of narrowed) {
      const { items } = await invoke('list-demand', input);
      expect([input, items.map(({ target }: any) => target)]).toEqual([
        input,
        expected,
      ]);
    }
  });

  it('list the interests of the person who calls, and no others', async () => {
    const mine = await invoke('list-my-interests', {});
    expect(mine.items.map(({ target }: any) => target)).toEqual([
      orders,
      sharing,
    ]);
    const due = await invoke('list-my-interests', { confirmDue: 'true' });
    expect(due.items).toEqual([]);
    const planned = await invoke('list-my-interests', { status: 'planned' });
    expect(planned.items).toEqual([]);
    expect((await invoke('list-my-interests', {}, 'cleo')).items).toEqual([]);
  });

  it('find what looks alike', async () => {
    const { items } = await invoke('find-similar', { title: 'The orders' });
    expect(items[0]).toMatchObject({ target: orders, similarity: 1 });
    await expect(invoke('find-similar', {})).rejects.toThrow(
      /give at least one/,
    );
  });

  it.each([
    ['get-demand', { target: sharing }],
    ['explain-demand', { target: sharing }],
  ])('%s says not found of what cannot be seen', async (name, input) => {
    await expect(invoke(name, input, 'sam')).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });

  it('record-interest is refused before a target is looked for', async () => {
    await expect(
      invoke('record-interest', { target: sharing, team: payments }, 'sam'),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
  });

  it('list-demand leaves out what cannot be seen', async () => {
    const { items } = await invoke('list-demand', {}, 'sam');
    expect(items.map(({ target }: any) => target)).toEqual([orders]);
  });

  it('say which field is wrong', async () => {
    await expect(
      invoke('record-interest', { target: sharing, team: 'user:ana' }),
    ).rejects.toThrow(/^team: /);
    await expect(
      invoke('get-demand', { target: sharing, asOf: 'yesterday' }),
    ).rejects.toThrow(/^asOf: /);
    await expect(
      invoke('record-interest', { target: sharing, team: 'ads' }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
  });

  it('are for people: a service is refused', async () => {
    const inputs: Record<string, object> = {
      'get-demand': { target: sharing },
      'explain-demand': { target: sharing },
      'list-demand': {},
      'record-interest': { target: sharing, team: payments },
      'list-my-interests': {},
      'find-similar': { title: 'x' },
      'get-readiness': { target: sharing },
      'attest-check': {
        ...{ target: sharing, check: 'docs.examples', verdict: 'pass' },
        evidence: 'https://wiki.example.com',
      },
      'waive-check': {
        ...{ target: sharing, check: 'docs.examples', reason: 'x' },
        expiresAt: '2099-01-01',
      },
      'list-pilots': {},
      'get-pilot': { target: sharing },
      'propose-phase': { target: sharing, to: 'retired', reason: 'x' },
      'decide-proposal': {
        ...{ target: sharing, proposal: 'x', decision: 'approve' },
        ...{ reason: 'x', version: 1 },
      },
      'rate-pilot': { target: sharing, team: payments, score: 3 },
      'get-adoption': { target: sharing },
      'list-decisions': { target: sharing },
      'withdraw-proposal': { target: sharing, proposal: 'x' },
      'revoke-signature': { target: sharing, type: 'waiver', id: 'x' },
      'report-results': {
        target: sharing,
        results: [{ check: 'docs.examples', verdict: 'pass' }],
      },
    };
    const forServices = ['report-results'];
    expect(Object.keys(inputs).sort()).toEqual(
      (await registry.list()).actions.map(({ name }) => name).sort(),
    );
    const service = mockCredentials.service('external:script');
    for (const credentials of [service, mockCredentials.none()]) {
      const refused = Object.entries(inputs).filter(
        ([name]) => credentials !== service || !forServices.includes(name),
      );
      for (const [name, input] of refused) {
        await expect(
          registry.invoke({
            id: `test:${name}`,
            input: input as any,
            credentials,
          }),
        ).rejects.toMatchObject({ name: 'NotAllowedError' });
      }
    }
  });
});
