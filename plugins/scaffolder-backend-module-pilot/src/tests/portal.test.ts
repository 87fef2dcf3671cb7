import { createBackendPlugin } from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  scaffolderActionsExtensionPoint,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
// The story needs both sides of the call.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import pilotPlugin from '@pilot-to-platform/plugin-pilot-backend';
import { Decide } from '@pilot-to-platform/plugin-pilot-common';
import {
  PilotService,
  pilotServiceRef,
} from '@pilot-to-platform/plugin-pilot-node';
import scaffolderModulePilot from '..';
import { Checkpoints, runStep } from '../__testUtils__/runStep';

jest.setTimeout(300_000);

const target = 'api:default/orders';
const refunds = 'pilot:default/refunds';
const team = 'group:default/payments';
const ana = mockCredentials.user('user:default/ana');

const entity = (kind: string, name: string, spec: JsonObject) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { namespace: 'default', name, title: `The ${name}` },
  spec,
  relations: spec.owner
    ? [{ type: 'ownedBy', targetRef: String(spec.owner) }]
    : [],
});

describe('a template in a portal with the pilot backend', () => {
  let backend: TestBackend;
  let pilot: PilotService;
  const actions = new Map<string, TemplateAction<any, any>>();
  const run = async (
    id: string,
    input: JsonObject,
    options: Parameters<typeof runStep>[2],
  ) =>
    (await runStep(actions.get(id)!, input, { credentials: ana, ...options }))
      .output;

  beforeAll(async () => {
    const reader = createBackendPlugin({
      pluginId: 'reader',
      register(env) {
        env.registerInit({
          deps: { service: pilotServiceRef },
          async init({ service }) {
            pilot = service;
          },
        });
      },
    });
    backend = await startTestBackend({
      extensionPoints: [
        [
          scaffolderActionsExtensionPoint,
          {
            addActions: (...added) =>
              added.forEach(action => actions.set(action.id, action)),
          },
        ],
      ],
      features: [
        pilotPlugin,
        scaffolderModulePilot,
        reader,
        catalogServiceMock.factory({
          entities: [
            entity('API', 'orders', { owner: 'group:default/shop' }),
            entity('Pilot', 'refunds', {
              owner: team,
              problem: 'Slow refunds',
            }),
            entity('Group', 'payments', { type: 'team' }),
            entity('Group', 'shop', { type: 'team' }),
          ],
        }),
        mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
        mockServices.rootConfig.factory({
          data: {
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

  const record = (input: JsonObject, task: string) =>
    run('pilot:record-interest', input, { task: { id: task } });
  const standing = async () =>
    (await pilot.listInterests({ target }, { credentials: ana })).items.map(
      ({ id, author, status, useCase }) => ({
        id,
        author,
        status,
        useCase,
      }),
    );

  it('records once for its author, however often the task is tried', async () => {
    const input = { target, team, useCase: 'Refunds in the shop' };
    const { interestId, ...demand } = await record(input, 'a-task');
    const interest = {
      id: interestId,
      author: 'user:default/ana',
      status: 'open',
      useCase: 'Refunds in the shop',
    };
    expect(await standing()).toEqual([interest]);
    const { score, level } = await pilot.getDemand(
      target,
      {},
      { credentials: ana },
    );
    expect(score).toBeGreaterThan(0);
    expect(demand).toEqual({ score: expect.closeTo(score, 3), level });

    await pilot.withdrawInterest(interestId as string, { credentials: ana });
    expect(await record(input, 'a-task')).toEqual({
      interestId,
      score: 0,
      level: 'none',
    });
    expect(await standing()).toEqual([{ ...interest, status: 'withdrawn' }]);

    await record(input, 'another-task');
    expect(await standing()).toEqual([interest]);
  });

  it('says what the backend refuses', async () => {
    await expect(
      record({ target: 'api:default/nothing', team }, 'b-task'),
    ).rejects.toThrow(
      /^Could not record that group:default\/payments needs api:default\/nothing; caused by NotFoundError: /,
    );
  });

  it('writes a Pilot, and tells what there is of the kind', async () => {
    const directory = createMockDirectory();
    const output = await run(
      'pilot:register',
      {
        name: 'quick-refunds',
        title: 'The quick refunds',
        owner: team,
        problem: 'Slow refunds',
      },
      { workspacePath: directory.path },
    );
    expect(output.similar).toBe(1);
    expect(directory.content()).toEqual({
      'catalog-info.yaml': output.yaml,
    });
  });

  it('reports once, however often the task is tried', async () => {
    const check = 'docs.examples';
    const reported = async () =>
      (await pilot.getReadiness(refunds, { credentials: ana })).checks.find(
        ({ id }) => id === check,
      );
    const input = {
      target: refunds,
      results: [{ check, verdict: 'pass', note: 'All run' }],
    };
    const checkpoints: Checkpoints = new Map();
    expect(await run('pilot:report-results', input, { checkpoints })).toEqual({
      accepted: 1,
      unchanged: 0,
    });
    const first = await reported();
    expect(first).toMatchObject({
      verdict: 'pass',
      source: 'report',
      note: 'All run',
    });

    // The task broke off before it could note the answer.
    const [time] = checkpoints;
    const again = await run('pilot:report-results', input, {
      checkpoints: new Map([time]),
    });
    expect(again).toEqual({ accepted: 0, unchanged: 1 });
    expect(await reported()).toEqual(first);
  });

  it('proposes once, however often the task is tried, and not after a decision', async () => {
    const input = {
      target: refunds,
      to: 'point-solution',
      reason: 'It serves us well as it is',
    };
    const checkpoints: Checkpoints = new Map();
    const output = await run('pilot:propose-phase', input, { checkpoints });
    const { proposal } = await pilot.getPilot(refunds, { credentials: ana });
    expect(output).toEqual({
      proposalId: proposal!.id,
      phase: 'pilot',
      approvers: ['group:default/architects'],
    });

    const [version] = checkpoints;
    const brokenOff = () => ({ checkpoints: new Map([version]) });
    expect(await run('pilot:propose-phase', input, brokenOff())).toEqual(
      output,
    );
    const rejected = { decision: 'reject', reason: 'Too early', version: 1 };
    await pilot.decideProposal(refunds, proposal!.id, rejected as Decide, {
      credentials: mockCredentials.user('user:default/olga'),
    });
    await expect(
      run('pilot:propose-phase', input, brokenOff()),
    ).rejects.toThrow(
      /^Could not propose point-solution for pilot:default\/refunds; caused by ConflictError: /,
    );
    const { items } = await pilot.listDecisions(
      refunds,
      {},
      { credentials: ana },
    );
    expect(items).toHaveLength(1);
    expect(await pilot.getPilot(refunds, { credentials: ana })).toMatchObject({
      proposal: null,
    });
  });
});
