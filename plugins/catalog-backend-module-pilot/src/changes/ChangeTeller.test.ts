import { mockServices } from '@backstage/backend-test-utils';
import { CatalogChange } from '@pilot-to-platform/plugin-pilot-common';
import { ChangeQueue } from './ChangeQueue';
import { ChangeTeller } from './ChangeTeller';

const second = 1_000;

function start(
  answer: (changes: readonly CatalogChange[]) => readonly string[] = () => [],
) {
  const time = { now: 0 };
  const queue = new ChangeQueue();
  const told: string[][] = [];
  const logger = mockServices.logger.mock();
  const teller = new ChangeTeller({
    queue,
    logger,
    now: () => time.now,
    tell: async changes => {
      told.push(changes.map(({ ref }) => ref));
      return answer(changes);
    },
  });
  return {
    ...{ queue, told, teller, logger, time },
    note: (...refs: string[]) =>
      refs.forEach(ref => queue.note({ ref, digest: 'one' }, time.now)),
    /** Runs as the scheduler does, each second. */
    async pass(seconds: number): Promise<void> {
      for (let i = 0; i < seconds; i++) {
        time.now += second;
        await teller.run();
      }
    },
  };
}

describe('ChangeTeller', () => {
  it('asks for nothing where nothing changed', async () => {
    const { told, pass } = start();
    await pass(60);
    expect(told).toEqual([]);
  });

  it('tells of 10,000 processed entities in 20 requests', async () => {
    const { told, note, pass, queue } = start();
    note(...Array.from({ length: 10_000 }, (_, index) => `e${index}`));
    await pass(5);
    expect(told).toHaveLength(20);
    expect(new Set(told.flat()).size).toBe(10_000);
    expect(queue.size).toBe(0);
  });

  it('tells again of what the catalog does not serve yet, and only of that', async () => {
    let isServed = false;
    const { told, note, pass } = start(() => (isServed ? [] : ['b']));
    note('a', 'b');
    await pass(1);
    isServed = true;
    await pass(60);
    expect(told).toEqual([['a', 'b'], ['b']]);
  });

  it('loses nothing in an outage, asks less and less often, and warns once', async () => {
    let isAway = true;
    const { told, note, pass, logger } = start(() => {
      if (isAway) throw new Error('away');
      return [];
    });
    note('a');
    await pass(120);
    note('b');
    await pass(120);
    expect(told.length).toBeLessThan(15);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    isAway = false;
    await pass(60);
    expect(told.at(-1)!.sort()).toEqual(['a', 'b']);
    expect(logger.info).toHaveBeenCalledTimes(1);
    const before = told.length;
    await pass(60);
    expect(told).toHaveLength(before);
  });

  it('does nothing once it is stopped', async () => {
    const { told, note, pass, teller } = start();
    note('a');
    teller.stop();
    await pass(5);
    expect(told).toEqual([]);
  });
});
