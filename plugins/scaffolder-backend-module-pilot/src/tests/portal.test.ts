import { createBackendPlugin } from '@backstage/backend-plugin-api';
import {
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
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { JsonObject } from '@backstage/types';
// The story needs both sides of the call.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import pilotPlugin from '@pilot-to-platform/plugin-pilot-backend';
import {
  PilotService,
  pilotServiceRef,
} from '@pilot-to-platform/plugin-pilot-node';
import scaffolderModulePilot from '..';

jest.setTimeout(60_000);

const target = 'api:default/orders';
const team = 'group:default/payments';
const ana = mockCredentials.user('user:default/ana');

const entity = (kind: string, name: string, spec: JsonObject) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { namespace: 'default', name },
  spec,
});

describe('a template in a portal with the pilot backend', () => {
  let backend: TestBackend;
  let pilot: PilotService;
  let action: TemplateAction<any, any>;

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
            addActions: (...added) => {
              [action] = added;
            },
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
            entity('Group', 'payments', { type: 'team' }),
            entity('Group', 'shop', { type: 'team' }),
          ],
        }),
        mockServices.userInfo.mock({
          getUserInfo: async () => ({
            userEntityRef: 'user:default/ana',
            ownershipEntityRefs: ['user:default/ana', team],
          }),
        }).factory,
      ],
    });
  });
  afterAll(() => backend?.stop());

  async function run(input: JsonObject, task: string) {
    const output: JsonObject = {};
    await action.handler({
      ...createMockActionContext({ workspacePath: '/none' }),
      input,
      task: { id: task },
      output: (name, value) => {
        output[name as string] = value;
      },
      getInitiatorCredentials: async () => ana,
    });
    return output;
  }
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
    const { interestId, ...demand } = await run(input, 'a-task');
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
    expect(await run(input, 'a-task')).toEqual({
      interestId,
      score: 0,
      level: 'none',
    });
    expect(await standing()).toEqual([{ ...interest, status: 'withdrawn' }]);

    await run(input, 'another-task');
    expect(await standing()).toEqual([interest]);
  });

  it('says what the backend refuses', async () => {
    await expect(
      run({ target: 'api:default/nothing', team }, 'b-task'),
    ).rejects.toThrow(
      /^Could not record that group:default\/payments needs api:default\/nothing; caused by NotFoundError: /,
    );
  });
});
