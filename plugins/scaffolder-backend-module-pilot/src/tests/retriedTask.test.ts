import { setTimeout as sleep } from 'node:timers/promises';
import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import {
  createTemplateAction,
  scaffolderActionsExtensionPoint,
} from '@backstage/plugin-scaffolder-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
// The story needs both sides of the call.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import pilotPlugin from '@pilot-to-platform/plugin-pilot-backend';
import request from 'supertest';
import scaffolderModulePilot from '..';

jest.setTimeout(300_000);

const team = 'group:default/payments';
const refunds = 'pilot:default/refunds';
const ana = mockCredentials.user.header('user:default/ana');
const olga = mockCredentials.user.header('user:default/olga');

const entity = (kind: string, name: string, spec: JsonObject) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { namespace: 'default', name, uid: name },
  spec,
  relations: spec.owner
    ? [{ type: 'ownedBy', targetRef: String(spec.owner) }]
    : [],
});

/** Everything that a template can do, and then a step that fails at first. */
const template = {
  ...entity('Template', 'everything', {
    owner: team,
    type: 'test',
    parameters: {},
    steps: [
      {
        id: 'need',
        name: 'Record',
        action: 'pilot:record-interest',
        input: { target: 'api:default/orders', team },
      },
      {
        id: 'result',
        name: 'Report',
        action: 'pilot:report-results',
        input: {
          target: refunds,
          results: [{ check: 'docs.examples', verdict: 'pass' }],
        },
      },
      {
        id: 'proposal',
        name: 'Propose',
        action: 'pilot:propose-phase',
        input: { target: refunds, to: 'retired', reason: 'Nobody came' },
      },
      {
        id: 'pilot',
        name: 'Write',
        action: 'pilot:register',
        input: { name: 'payouts', owner: team, problem: 'Slow payouts' },
      },
      { id: 'fail', name: 'Fail', action: 'test:fail-at-first' },
    ],
    output: {
      interest: '${{ steps.need.output.interestId }}',
      proposal: '${{ steps.proposal.output.proposalId }}',
      accepted: '${{ steps.result.output.accepted }}',
      yaml: '${{ steps.pilot.output.yaml }}',
    },
  }),
  apiVersion: 'scaffolder.backstage.io/v1beta3',
};

/** A step that a task needs two tries for. */
function failAtFirst() {
  let tries = 0;
  return createBackendModule({
    pluginId: 'scaffolder',
    moduleId: 'fail-at-first',
    register(reg) {
      reg.registerInit({
        deps: { actions: scaffolderActionsExtensionPoint },
        async init({ actions }) {
          actions.addActions(
            createTemplateAction({
              id: 'test:fail-at-first',
              async handler() {
                tries += 1;
                if (tries === 1) throw new Error('not this time');
              },
            }),
          );
        },
      });
    },
  });
}

describe('a task that is tried again by the scaffolder', () => {
  let backend: TestBackend;
  const get = async (path: string, as = ana) =>
    (await request(backend.server).get(path).set('Authorization', as)).body;
  const post = async (path: string, body: object, as = ana) => {
    const answer = await request(backend.server)
      .post(path)
      .set('Authorization', as)
      .send(body);
    expect([path, answer.status, answer.body]).toEqual([
      path,
      expect.any(Number),
      expect.not.objectContaining({ error: expect.anything() }),
    ]);
    return answer.body;
  };
  /** Waits for the end of a task, and returns its status and output. */
  async function ended(id: string) {
    for (;;) {
      const { status } = await get(`/api/scaffolder/v2/tasks/${id}`);
      if (!['open', 'processing'].includes(status)) {
        const events = await get(`/api/scaffolder/v2/tasks/${id}/events`);
        return { status, output: events.at(-1).body.output };
      }
      await sleep(50);
    }
  }

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        scaffolderModulePilot,
        failAtFirst(),
        pilotPlugin,
        catalogServiceMock.factory({
          entities: [
            template,
            entity('API', 'orders', { owner: 'group:default/shop' }),
            entity('Pilot', 'refunds', { owner: team, problem: 'Slow' }),
            entity('Group', 'payments', { type: 'team' }),
            entity('User', 'ana', {}),
          ],
        }),
        mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: 'http://localhost:7007' },
            permission: { enabled: true },
            pilot: { decisions: { approvers: ['group:default/architects'] } },
          },
        }),
        mockServices.userInfo.mock({
          getUserInfo: async ({ principal }: any) => ({
            userEntityRef: principal.userEntityRef,
            ownershipEntityRefs: [
              principal.userEntityRef,
              principal.userEntityRef === 'user:default/ana'
                ? team
                : 'group:default/architects',
            ],
          }),
        }).factory,
      ],
    });
  });
  afterAll(() => backend?.stop());

  it('does nothing twice, though much has happened in between', async () => {
    const { id } = await post('/api/scaffolder/v2/tasks', {
      templateRef: 'template:default/everything',
      values: {},
    });
    expect((await ended(id)).status).toBe('failed');
    const { items } = await get(
      '/api/pilot/interests?target=api:default/orders',
    );
    expect(items).toHaveLength(1);
    const first = await get(
      '/api/pilot/readiness/pilot/default/refunds/log?check=docs.examples',
    );
    const reportedIn = (log: { items: Array<{ source: string }> }) =>
      log.items.filter(({ source }) => source === 'report');
    expect(reportedIn(first)).toMatchObject([
      { type: 'result', check: 'docs.examples', by: 'user:default/ana' },
    ]);
    const { proposal } = await get('/api/pilot/pilots/default/refunds');
    await post(
      `/api/pilot/pilots/default/refunds/proposals/${proposal.id}/decision`,
      { decision: 'reject', reason: 'Too early', version: proposal.version },
      olga,
    );

    await post(`/api/scaffolder/v2/tasks/${id}/retry`, {});
    const { status, output } = await ended(id);
    expect(status).toBe('completed');
    expect(output).toMatchObject({
      interest: items[0].id,
      proposal: proposal.id,
      accepted: 1,
      yaml: expect.stringContaining('name: payouts'),
    });
    const again = await get('/api/pilot/interests?target=api:default/orders');
    expect(again.items).toHaveLength(1);
    const second = await get(
      '/api/pilot/readiness/pilot/default/refunds/log?check=docs.examples',
    );
    expect(reportedIn(second)).toEqual(reportedIn(first));
    expect(await get('/api/pilot/pilots/default/refunds')).toMatchObject({
      proposal: null,
      phase: 'pilot',
    });
    const decisions = await get('/api/pilot/pilots/default/refunds/decisions');
    expect(decisions.items).toHaveLength(1);
  });
});
