import {
  BackstageCredentials,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  actionsRegistryServiceMock,
  MockActionsRegistry,
} from '@backstage/backend-test-utils/alpha';
import { mockCredentials } from '@backstage/backend-test-utils';
import { dayMs } from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import {
  lake,
  onlyCheck,
  payments,
  startDecisions,
} from '../__testUtils__/decisionWorld';

jest.setTimeout(300_000);

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

  it('take back what was signed and proposed, and tell what was decided', async () => {
    const attested = await invoke(
      'attest-check',
      { check: onlyCheck, verdict: 'pass', evidence: 'https://x.example.com' },
      'dana',
    );
    const signature = {
      type: 'attestation',
      id: attested.checks[0].attestation,
    };
    await expect(invoke('revoke-signature', signature)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    const revoked = await invoke('revoke-signature', signature, 'dana');
    expect(revoked.checks[0]).toMatchObject({
      verdict: 'unknown',
      attestation: null,
    });
    const waived = await invoke(
      'waive-check',
      { check: onlyCheck, reason: 'In spring', expiresAt: inAMonth() },
      'ada.architects',
    );
    const waiver = { type: 'waiver', id: waived.checks[0].waiver };
    await expect(
      invoke('revoke-signature', waiver, 'dana'),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    const open = await invoke('revoke-signature', waiver, 'amy.architects');
    expect(open.checks[0]).toMatchObject({ verdict: 'unknown', waiver: null });

    const { pilot } = await invoke(
      'propose-phase',
      { to: 'retired', reason },
      'dana',
    );
    const proposal = { proposal: pilot.proposal.id };
    await expect(
      invoke('withdraw-proposal', proposal, 'dora.partner-tech'),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(await invoke('withdraw-proposal', proposal, 'dana')).toMatchObject({
      phase: 'demand',
      proposal: null,
    });
    expect((await invoke('list-decisions', {})).items).toEqual([]);

    await world.move({ to: 'build-out', reason });
    expect(await invoke('list-decisions', { limit: '1' })).toMatchObject({
      items: [
        {
          ...{ type: 'approved', from: 'demand', to: 'build-out' },
          by: 'user:default/ada.architects',
          proposed: { by: 'user:default/dana', reason },
          snapshot: { teams: 1, needs: { numbers: { teams: 1 } } },
        },
      ],
    });
    expect(
      world.portal.audits
        .filter(
          ({ eventId, end }) =>
            end === 'success' && /revoke|withdraw/.test(eventId),
        )
        .map(({ eventId, meta }) => [eventId, meta?.user]),
    ).toEqual([
      ['readiness-attest-revoke', 'user:default/dana'],
      ['readiness-waive-revoke', 'user:default/amy.architects'],
      ['phase-withdraw', 'user:default/dana'],
    ]);
  });

  it('report what services found out, and nobody else', async () => {
    const report = (credentials: BackstageCredentials) =>
      registry.invoke({
        id: 'test:report-results',
        input: {
          target: lake,
          results: [{ check: onlyCheck, verdict: 'fail', note: '2 of 3' }],
        } as any,
        credentials,
      });
    expect(
      (await report(mockCredentials.service('external:ci'))).output,
    ).toEqual({ target: lake, accepted: 1, unchanged: 0 });
    await expect(
      report(mockCredentials.user('user:default/ana')),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect((await invoke('get-readiness', {})).checks).toMatchObject([
      { verdict: 'fail', source: 'report', note: '2 of 3' },
    ]);
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
    expect(await invoke('get-adoption', {}, 'cleo')).toMatchObject({
      adopters: 1,
      teams: [{ team: payments, score: 4, note: null }],
      due: [],
    });
  });

  it.each<[string, object]>([
    ['get-pilot', {}],
    ['get-readiness', {}],
    ['propose-phase', { to: 'retired', reason }],
    ['get-adoption', {}],
    ['list-decisions', {}],
    ['withdraw-proposal', { proposal: 'x' }],
  ])('%s says not found of what cannot be seen', async (name, input) => {
    await expect(invoke(name, input, 'sam')).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });

  it.each<[string, object]>([
    [
      'decide-proposal',
      { proposal: 'x', decision: 'reject', reason, version: 1 },
    ],
    ['rate-pilot', { team: payments, score: 3 }],
    ['revoke-signature', { type: 'waiver', id: 'x' }],
  ])('%s is refused before a Pilot is looked for', async (name, input) => {
    await expect(invoke(name, input, 'sam')).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
  });
});

function inAMonth(): string {
  return new Date(Date.now() + 30 * dayMs).toISOString().slice(0, 10);
}
