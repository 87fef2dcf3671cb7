import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  actionsRegistryServiceMock,
  MockActionsRegistry,
} from '@backstage/backend-test-utils/alpha';
import { mockCredentials } from '@backstage/backend-test-utils';
import { databases } from '../__testUtils__/databases';
import {
  lake,
  onlyCheck,
  payments,
  startDecisions,
} from '../__testUtils__/decisionWorld';

jest.setTimeout(60_000);

type World = Awaited<ReturnType<typeof startDecisions>>;

describe.each(databases.eachSupportedId())('actions on phases on %s', id => {
  let world: World;
  let registry: MockActionsRegistry;

  beforeEach(async () => {
    registry = actionsRegistryServiceMock();
    world = await startDecisions({
      knex: await databases.init(id),
      features: [
        createServiceFactory({
          service: actionsRegistryServiceRef,
          deps: {},
          factory: () => registry,
        }),
      ],
    });
    world.portal.catalog.hidden.set('user:default/sam', [lake]);
    await world.ask();
  });
  afterEach(() => world?.portal.backend.stop());

  const invoke = async (name: string, input: object, who = 'ana') => {
    const { output } = await registry.invoke({
      id: `test:${name}`,
      input: { target: lake, ...input } as any,
      credentials: mockCredentials.user(`user:default/${who}`),
    });
    return output as Record<string, any>;
  };
  const reason = 'One team waits';

  it('lead a Pilot from a question to a decision', async () => {
    const list = await registry.invoke({
      id: 'test:list-pilots',
      input: { limit: '5', proposed: 'false', orderBy: '-score' } as any,
      credentials: mockCredentials.user('user:default/cleo'),
    });
    expect((list.output as any).items[0]).toMatchObject({
      target: lake,
      recommendation: { code: 'invest' },
    });
    const seen = await invoke('get-pilot', {}, 'dana');
    expect(seen).toMatchObject({ phase: 'demand', can: { 'build-out': true } });
    const { created, pilot } = await invoke(
      'propose-phase',
      { to: 'build-out', reason, version: String(seen.version) },
      'dana',
    );
    expect(created).toBe(true);
    const decision = {
      ...{ proposal: pilot.proposal.id, decision: 'approve', reason: 'Go' },
      version: String(pilot.proposal.version),
    };
    await expect(
      invoke('decide-proposal', decision, 'dana'),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(
      await invoke('decide-proposal', decision, 'ada.architects'),
    ).toMatchObject({ phase: 'build-out', phaseReason: 'Go' });
    await expect(
      invoke('decide-proposal', decision, 'amy.architects'),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    expect(
      world.portal.audits
        .filter(({ eventId }) => eventId.startsWith('phase-'))
        .map(({ eventId, meta, end }) => [eventId, meta?.user, end]),
    ).toEqual([
      ['phase-propose', 'user:default/dana', 'success'],
      ['phase-decide', 'user:default/dana', 'NotAllowedError'],
      ['phase-decide', 'user:default/ada.architects', 'success'],
      ['phase-decide', 'user:default/amy.architects', 'ConflictError'],
    ]);
  });

  it('sign and waive checks for who may', async () => {
    const before = await invoke('get-readiness', {});
    expect(before).toMatchObject({
      score: 0,
      checks: [{ id: onlyCheck, verdict: 'unknown' }],
    });
    const waived = await invoke(
      'waive-check',
      { check: onlyCheck, reason: 'In spring', expiresAt: inAMonth() },
      'ada.architects',
    );
    expect(waived.checks[0]).toMatchObject({ verdict: 'waived' });
    const evidence = 'https://wiki.example.com/runbook';
    const answer = { check: onlyCheck, verdict: 'pass', evidence };
    await expect(invoke('attest-check', answer)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    const attested = await invoke('attest-check', answer, 'dana');
    expect(attested.checks[0]).toMatchObject({ verdict: 'pass', evidence });
    await expect(
      invoke('attest-check', { ...answer, evidence: 'my word' }, 'dana'),
    ).rejects.toThrow(/^evidence: /);
  });

  it('rate for a team that is served', async () => {
    await expect(
      invoke('rate-pilot', { team: payments, score: '4' }),
    ).rejects.toThrow(/is not served/);
    const { interest } = await world.ask();
    await world.portal
      .as('dana')
      .put(`/interests/${interest.id}/status`)
      .send({ status: 'adopted', version: 1 })
      .expect(200);
    expect(
      await invoke('rate-pilot', { team: payments, score: '4' }),
    ).toMatchObject({ adopters: 1, satisfaction: { mean: 4, teams: 1 } });
  });

  it.each<[string, object]>([
    ['get-pilot', {}],
    ['get-readiness', {}],
    ['propose-phase', { to: 'retired', reason }],
    [
      'decide-proposal',
      { proposal: 'x', decision: 'reject', reason, version: 1 },
    ],
    ['rate-pilot', { team: payments, score: 3 }],
  ])('%s says not found of what cannot be seen', async (name, input) => {
    await expect(invoke(name, input, 'sam')).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });
});

function inAMonth(): string {
  return new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
}
