import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  PilotService,
  pilotServiceRef,
} from '@pilot-to-platform/plugin-pilot-node';
import { databases } from '../__testUtils__/databases';
import { startPortal, TestPortal } from '../__testUtils__/testPortal';

jest.setTimeout(300_000);

const ana = { credentials: mockCredentials.user('user:default/ana') };
const ben = { credentials: mockCredentials.user('user:default/ben') };
const script = { credentials: mockCredentials.service('plugin:other') };
const team = 'group:default/payments';
const orders = 'api:default/orders';

describe('another plugin of the same backend', () => {
  let portal: TestPortal;
  let pilot: PilotService;
  beforeAll(async () => {
    const other = createBackendPlugin({
      pluginId: 'other',
      register(env) {
        env.registerInit({
          deps: { service: pilotServiceRef },
          async init({ service }) {
            pilot = service;
          },
        });
      },
    });
    portal = await startPortal({
      knex: await databases.init('SQLITE_3'),
      features: [other],
    });
  });
  afterAll(() => portal?.backend.stop());

  it('records, finds, confirms and withdraws in the name of people', async () => {
    const { interest, demand } = await pilot.recordInterest(
      orders,
      { team, urgency: 'critical' },
      ana,
    );
    expect(interest).toMatchObject({ author: 'user:default/ana', team });
    expect(demand?.counts.interests).toBe(1);
    expect(await pilot.listInterests({ target: orders }, ben)).toEqual({
      items: [{ ...interest, can: expect.anything() }],
    });
    expect((await pilot.getDemand(orders, {}, ben)).breadth).toBeCloseTo(1, 5);
    expect(
      (await pilot.getDemand(orders, { asOf: '2020-01-01' }, ben)).level,
    ).toBe('none');
    const confirmed = await pilot.confirmInterest(interest.id, ana);
    expect(confirmed.interest).toEqual(interest);
    await expect(
      pilot.withdrawInterest(interest.id, ben),
    ).rejects.toMatchObject({ cause: { name: 'NotAllowedError' } });
    const withdrawn = await pilot.withdrawInterest(interest.id, ana);
    expect(withdrawn.interest.status).toBe('withdrawn');
    expect((await pilot.getPolicy(ben)).fingerprint).toBe(demand?.policy);
  });

  it('cannot record in nobody’s name', async () => {
    await expect(
      pilot.recordInterest(orders, { team }, script),
    ).rejects.toMatchObject({ cause: { name: 'NotAllowedError' } });
  });
});
