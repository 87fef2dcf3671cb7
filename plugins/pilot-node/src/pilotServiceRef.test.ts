import { createBackendPlugin } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { PilotService } from './PilotService';
import { pilotServiceMock } from './pilotServiceMock';
import { pilotServiceRef } from './pilotServiceRef';

const credentials = mockCredentials.user('user:default/ada');

const policy = {
  fingerprint: '56e2a9548981',
  since: '2026-11-20T09:00:00.000Z',
  demand: {
    halfLifeDays: 120,
    weights: { number: 0.3, breadth: 0.4, specific: 0.3 },
    halfPoints: { number: 5, breadth: 3, specific: 2 },
    specificity: {
      useCase: 0.4,
      alternative: 0.2,
      neededBy: 0.15,
      expectedUsage: 0.15,
      contribute: 0.1,
    },
    levels: { emerging: 20, strong: 40, proven: 60 },
  },
  interest: { allowedKinds: ['Pilot'], confirmAfterDays: 120 },
  privacy: { showAuthors: true },
  decisions: {
    approvers: [],
    gates: { 'build-out': { teams: 3, useCases: 3, score: 40 } },
  },
  readiness: { waiverDays: 180 },
};

/** The service as a plugin of a backend with these features gets it. */
async function serviceIn(
  features: NonNullable<Parameters<typeof startTestBackend>[0]>['features'],
) {
  let service: PilotService | undefined;
  const consumer = createBackendPlugin({
    pluginId: 'consumer',
    register(env) {
      env.registerInit({
        deps: { pilot: pilotServiceRef },
        async init({ pilot }) {
          service = pilot;
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [consumer, ...(features ?? [])],
  });
  return { service: service!, backend };
}

describe('pilotServiceRef', () => {
  /** Requests that the pilot backend received, and its answer. */
  const asked: Array<{ call: string; token?: string; body: string }> = [];
  let answer: { status: number; body: unknown };
  let server: Server;
  let running: Awaited<ReturnType<typeof serviceIn>>;

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', data => {
        body += data;
      });
      request.on('end', () => {
        asked.push({
          call: `${request.method} ${request.url}`,
          token: request.headers.authorization,
          body,
        });
        response.writeHead(answer.status, {
          'content-type': 'application/json',
        });
        response.end(JSON.stringify(answer.body));
      });
    });
    await new Promise<void>(resolve => {
      server.listen(0, resolve);
    });
    const { port } = server.address() as AddressInfo;
    running = await serviceIn([
      mockServices.discovery.mock({
        getBaseUrl: async plugin => `http://localhost:${port}/api/${plugin}`,
      }).factory,
    ]);
  });
  afterAll(async () => {
    await running.backend.stop();
    server.close();
  });
  beforeEach(() => {
    asked.length = 0;
    answer = { status: 200, body: policy };
  });

  it('finds the pilot backend, and calls it in the name of the user', async () => {
    const { service } = running;
    await expect(service.getPolicy({ credentials })).resolves.toEqual(policy);
    expect(asked).toEqual([
      {
        call: 'GET /api/pilot/policy',
        token: mockCredentials.service.header({
          onBehalfOf: credentials,
          targetPluginId: 'pilot',
        }),
        body: '',
      },
    ]);
  });

  it('has a method for every call', async () => {
    const { service } = running;
    // None of these answers is one that can be parsed: it is about the calls.
    answer = { status: 200, body: {} };
    const target = 'API:Default/Orders';
    const team = 'group:default/payments';
    const options = { credentials };
    await Promise.allSettled([
      service.getDemand(target, { asOf: '2026-11-20' }, options),
    ]);
    await Promise.allSettled([service.getDemand(target, {}, options)]);
    await Promise.allSettled([
      service.recordInterest(target, { team, urgency: 'critical' }, options),
    ]);
    await Promise.allSettled([
      service.listInterests({ author: 'me', limit: 2 }, options),
    ]);
    await Promise.allSettled([service.confirmInterest('some-id', options)]);
    await Promise.allSettled([service.withdrawInterest('some-id', options)]);
    await Promise.allSettled([
      service.listDemand({ kind: ['Pilot'], weeks: true }, options),
    ]);
    const refs = { targets: [target] };
    await Promise.allSettled([service.getDemandByRefs(refs, options)]);
    await Promise.allSettled([
      service.getDemandHistory(target, { step: 28 }, options),
    ]);
    await Promise.allSettled([
      service.findSimilar({ title: 'Orders' }, options),
    ]);
    await Promise.allSettled([
      service.getFragmentation({ dismissed: true }, options),
    ]);
    const pilot = 'Pilot:Default/Sharing';
    const report = [{ check: 'docs.examples', verdict: 'pass' }] as const;
    const proposal = { to: 'retired', reason: 'Nobody came' } as const;
    const approval = {
      decision: 'approve',
      reason: 'They agree',
      version: 1,
    } as const;
    await Promise.allSettled([service.listChecks(options)]);
    await Promise.allSettled([service.getReadiness(target, options)]);
    await Promise.allSettled([service.getReadinessByRefs(refs, options)]);
    const attestation = {
      ...{ check: 'docs.examples', verdict: 'pass' as const },
      evidence: 'https://wiki.example.com/examples',
    };
    const waiver = {
      ...{ check: 'docs.examples', reason: 'In spring' },
      expiresAt: '2027-03-01',
    };
    await Promise.allSettled([service.collectReadiness(target, options)]);
    await Promise.allSettled([
      service.attestCheck(target, attestation, options),
    ]);
    await Promise.allSettled([
      service.revokeAttestation(target, 'a1', options),
    ]);
    await Promise.allSettled([service.waiveCheck(target, waiver, options)]);
    await Promise.allSettled([service.revokeWaiver(target, 'w1', options)]);
    await Promise.allSettled([
      service.getReadinessLog(target, { limit: 2 }, options),
    ]);
    await Promise.allSettled([
      service.reportResults(target, [...report], options),
    ]);
    await Promise.allSettled([
      service.listPilots({ phase: ['build-out'], proposed: true }, options),
    ]);
    await Promise.allSettled([service.getPilot(pilot, options)]);
    await Promise.allSettled([service.proposePhase(pilot, proposal, options)]);
    await Promise.allSettled([
      service.decideProposal(pilot, 'p1', approval, options),
    ]);
    await Promise.allSettled([service.withdrawProposal(pilot, 'p1', options)]);
    await Promise.allSettled([
      service.listDecisions(pilot, { limit: 3 }, options),
    ]);
    await Promise.allSettled([service.getAdoption(pilot, options)]);
    const rating = { team, score: 4 };
    await Promise.allSettled([
      service.rateSatisfaction(pilot, rating, options),
    ]);
    const planned = { status: 'planned', version: 1 } as const;
    await Promise.allSettled([
      service.setInterestStatus('some-id', planned, options),
    ]);
    expect(asked.map(({ call, body }) => [call, body])).toEqual([
      ['GET /api/pilot/demand/api/default/orders?asOf=2026-11-20', ''],
      ['GET /api/pilot/demand/api/default/orders', ''],
      [
        'PUT /api/pilot/interests/api/default/orders',
        JSON.stringify({ team, urgency: 'critical' }),
      ],
      ['GET /api/pilot/interests?author=me&limit=2', ''],
      ['POST /api/pilot/interests/some-id/confirm', ''],
      ['DELETE /api/pilot/interests/some-id', ''],
      ['GET /api/pilot/demand?kind=Pilot&weeks=true', ''],
      ['POST /api/pilot/demand/by-refs', JSON.stringify(refs)],
      ['GET /api/pilot/demand/api/default/orders/history?step=28', ''],
      ['GET /api/pilot/similar?title=Orders', ''],
      ['GET /api/pilot/fragmentation?dismissed=true', ''],
      ['GET /api/pilot/readiness/checks', ''],
      ['GET /api/pilot/readiness/api/default/orders', ''],
      ['POST /api/pilot/readiness/by-refs', JSON.stringify(refs)],
      ['POST /api/pilot/readiness/api/default/orders/collect', ''],
      [
        'POST /api/pilot/readiness/api/default/orders/attestations',
        JSON.stringify(attestation),
      ],
      ['DELETE /api/pilot/readiness/api/default/orders/attestations/a1', ''],
      [
        'POST /api/pilot/readiness/api/default/orders/waivers',
        JSON.stringify(waiver),
      ],
      ['DELETE /api/pilot/readiness/api/default/orders/waivers/w1', ''],
      ['GET /api/pilot/readiness/api/default/orders/log?limit=2', ''],
      [
        'POST /api/pilot/readiness/api/default/orders/results',
        JSON.stringify(report),
      ],
      ['GET /api/pilot/pilots?phase=build-out&proposed=true', ''],
      ['GET /api/pilot/pilots/default/sharing', ''],
      [
        'POST /api/pilot/pilots/default/sharing/proposals',
        JSON.stringify(proposal),
      ],
      [
        'POST /api/pilot/pilots/default/sharing/proposals/p1/decision',
        JSON.stringify(approval),
      ],
      ['DELETE /api/pilot/pilots/default/sharing/proposals/p1', ''],
      ['GET /api/pilot/pilots/default/sharing/decisions?limit=3', ''],
      ['GET /api/pilot/pilots/default/sharing/adoption', ''],
      [
        'PUT /api/pilot/pilots/default/sharing/satisfaction',
        JSON.stringify(rating),
      ],
      ['PUT /api/pilot/interests/some-id/status', JSON.stringify(planned)],
    ]);
    expect(new Set(asked.map(({ token }) => token)).size).toBe(1);
  });

  it('passes on why the pilot backend refused', async () => {
    answer = {
      status: 403,
      body: {
        error: { name: 'NotAllowedError', message: 'team: not yours' },
        response: { statusCode: 403 },
      },
    };
    await expect(
      running.service.getPolicy({ credentials }),
    ).rejects.toMatchObject({
      name: 'ResponseError',
      cause: { name: 'NotAllowedError', message: 'team: not yours' },
    });
  });

  it('does not take something else for an answer', async () => {
    answer = { status: 200, body: { fingerprint: 7 } };
    await expect(running.service.getPolicy({ credentials })).rejects.toThrow(
      /Unexpected answer to GET \/policy/,
    );
  });
});

describe('pilotServiceMock', () => {
  it('takes the place of the service in a test backend', async () => {
    const mock = pilotServiceMock.mock({ getPolicy: async () => policy });
    const { service, backend } = await serviceIn([mock.factory]);
    await expect(service.getPolicy({ credentials })).resolves.toBe(policy);
    expect(mock.getPolicy).toHaveBeenCalledWith({ credentials });
    expect(
      await service.withdrawInterest('some-id', { credentials }),
    ).toBeUndefined();
    await backend.stop();
  });

  it('comes as a factory at once', async () => {
    const { service, backend } = await serviceIn([
      pilotServiceMock.factory({ getPolicy: async () => policy }),
    ]);
    await expect(service.getPolicy({ credentials })).resolves.toBe(policy);
    await backend.stop();
  });
});
