import { mockServices } from '@backstage/backend-test-utils';
import { setImmediate } from 'node:timers/promises';
import { api, TestCatalog } from '../__testUtils__/testCatalog';
import { SimilarTargets } from './SimilarTargets';

const minute = 60_000;

function start() {
  const catalog = new TestCatalog();
  const time = { now: 0, told: 0 };
  const service = catalog.service();
  const streams: unknown[] = [];
  const logger = mockServices.logger.mock();
  let isDown = false;
  const similar = new SimilarTargets({
    catalog: {
      ...service,
      streamEntities: (query, options) => {
        if (isDown) throw new Error('down');
        streams.push(query);
        return service.streamEntities(query, options);
      },
    },
    mark: async () => time.told,
    auth: mockServices.auth(),
    logger,
    allowedKinds: ['Pilot', 'API'],
    clock: () => new Date(time.now),
  });
  const refs = async () => [...(await similar.compared()).candidates.keys()];
  /** @returns what repairs it */
  const fail = () => {
    isDown = true;
    return () => {
      isDown = false;
    };
  };
  return { catalog, time, streams, refs, fail, warnings: logger.warn };
}

async function until(isSo: () => Promise<boolean> | boolean) {
  while (!(await isSo())) {
    await setImmediate();
  }
}

it('knows the kinds that interest can be in', async () => {
  const { refs } = start();
  expect((await refs()).sort()).toEqual([
    'api:default/by-dana',
    'api:default/orders',
    'pilot:default/delta-sharing',
  ]);
});

it('reads the catalog once for all who ask at the same time', async () => {
  const { refs, streams } = start();
  await Promise.all([refs(), refs(), refs()]);
  await refs();
  expect(streams).toHaveLength(1);
});

it('is read anew after five minutes, and nobody waits for that', async () => {
  const { catalog, time, refs, streams } = start();
  await refs();
  catalog.set(api('new'));
  time.now = 5 * minute - 1;
  expect(await refs()).not.toContain('api:default/new');
  expect(streams).toHaveLength(1);
  time.now = 5 * minute;
  expect(await refs()).not.toContain('api:default/new');
  await until(async () => (await refs()).includes('api:default/new'));
  expect(streams).toHaveLength(2);
});

it('keeps what it has while the catalog cannot be read', async () => {
  const { time, refs, fail, warnings } = start();
  const before = await refs();
  fail();
  time.now = 10 * minute;
  expect(await refs()).toEqual(before);
  await until(() => warnings.mock.calls.length > 0);
  expect(await refs()).toEqual(before);
});

it('says so where it could never be read, and tries again', async () => {
  const { refs, fail } = start();
  const repair = fail();
  await expect(refs()).rejects.toThrow('down');
  repair();
  expect(await refs()).toContain('api:default/orders');
});

it('is read anew ten seconds after the last time once Pilots changed, on whichever replica', async () => {
  const { time, refs, streams } = start();
  await refs();
  time.told = 1;
  time.now = 9_999;
  await refs();
  expect(streams).toHaveLength(1);
  time.now = 10_000;
  await refs();
  await until(() => streams.length === 2);
  time.now = 30_000;
  await refs();
  expect(streams).toHaveLength(2);
});
