import { mockServices } from '@backstage/backend-test-utils';
import { FakeFeed } from '../__testUtils__/FakeFeed';
import { FeedReader } from './FeedReader';
import { Projection } from './Projection';

const team = 'group:default/payments';
const other = 'group:default/search';
const target = (name: string) => `component:default/${name}`;

function setup() {
  const feed = new FakeFeed();
  const projection = new Projection();
  const refreshed: string[][] = [];
  const refresh = jest.fn(async (targets: readonly string[]) => {
    refreshed.push([...targets].sort());
  });
  const logger = mockServices.logger.mock();
  const reader = new FeedReader({ feed, projection, refresh, logger });
  const teamsOf = (name: string) =>
    projection.pick(target(name), undefined)?.row.teams;
  return { feed, projection, refresh, refreshed, logger, reader, teamsOf };
}

/** Holds the next answer back until it is let go. */
function hold(feed: FakeFeed) {
  let letGo = () => {};
  const reached = new Promise<void>(reach => {
    feed.beforeAnswer = () => {
      feed.beforeAnswer = () => {};
      reach();
      return new Promise<void>(resolve => {
        letGo = resolve;
      });
    };
  });
  return { letGo: () => letGo(), reached };
}

describe('FeedReader', () => {
  it('waits for a change only where it has read everything', async () => {
    const { feed, reader } = setup();
    feed.set(target('a'), { teams: [team] });
    await reader.pull(20);
    feed.pageSize = 1;
    feed.set(target('b'), { teams: [team] });
    feed.set(target('c'), { teams: [team] });
    await reader.pull(20);
    await reader.pull();
    // The full load, a page that may wait and the one after it, and a pull at an event.
    expect(feed.waits).toEqual([0, 20, 0, 0]);
  });

  describe('first load', () => {
    it('reads all pages, and refreshes nothing that was acknowledged', async () => {
      const { feed, reader, refreshed, teamsOf } = setup();
      feed.pageSize = 2;
      ['a', 'b', 'c', 'd', 'e'].forEach(name =>
        feed.set(target(name), { teams: [team] }),
      );
      feed.acknowledged = 5;
      await reader.pull();
      expect(feed.asked.map(({ since }) => since)).toEqual([0, 2, 4]);
      expect(['a', 'b', 'c', 'd', 'e'].map(teamsOf)).toEqual(
        Array(5).fill([team]),
      );
      expect(refreshed).toEqual([]);
    });

    it('refreshes what came after the acknowledged number, then acknowledges', async () => {
      const { feed, reader, refreshed } = setup();
      feed.set(target('a'), { teams: [team] });
      feed.acknowledged = 1;
      feed.set(target('b'), { teams: [team] });
      feed.set(target('c'), { teams: [team] });
      await reader.pull();
      expect(refreshed).toEqual([[target('b'), target('c')]]);
      expect(feed.acknowledged).toBe(3);
    });

    it('takes the newest row of a target that changes between two pages', async () => {
      const { feed, reader, teamsOf } = setup();
      feed.pageSize = 1;
      feed.set(target('a'), { teams: [team] });
      feed.set(target('b'), { teams: [team] });
      let answers = 0;
      feed.beforeAnswer = () => {
        answers += 1;
        if (answers === 2) {
          feed.set(target('a'), { teams: [team, other] });
        }
      };
      await reader.pull();
      expect(teamsOf('a')).toEqual([team, other]);
      expect(teamsOf('b')).toEqual([team]);
    });

    it('shows nothing of a load that breaks off, and loads again', async () => {
      const { feed, reader, projection, teamsOf } = setup();
      feed.pageSize = 1;
      feed.set(target('a'), { teams: [team] });
      feed.set(target('b'), { teams: [team] });
      feed.beforeAnswer = () => {
        feed.down = feed.asked.length === 2;
      };
      await reader.pull();
      expect(projection.epoch).toBeUndefined();
      await reader.pull();
      expect(teamsOf('a')).toEqual([team]);
    });

    it('gives up a load during which the feed begins again', async () => {
      const { feed, reader, projection, teamsOf } = setup();
      feed.pageSize = 1;
      feed.set(target('a'), { teams: [team] });
      feed.set(target('b'), { teams: [team] });
      feed.beforeAnswer = () => {
        if (feed.asked.length === 2) {
          feed.restore({ epoch: 'two', sequence: 1 });
        }
      };
      await reader.pull();
      expect(projection.epoch).toBeUndefined();
      await reader.pull();
      expect(projection.epoch).toBe('two');
      expect(teamsOf('a')).toEqual([team]);
    });

    it('does not ask for ever when a page leads nowhere', async () => {
      const { feed, reader, projection, logger } = setup();
      jest.spyOn(feed, 'read').mockResolvedValue({
        epoch: 'one',
        sequence: 0,
        more: true,
        acknowledged: 0,
        changes: [],
      });
      await reader.pull();
      expect(projection.epoch).toBeUndefined();
      expect(logger.warn).toHaveBeenCalledTimes(1);
    });
  });

  describe('increments', () => {
    it('reads, shows and refreshes only what changed', async () => {
      const { feed, reader, refreshed, teamsOf } = setup();
      feed.set(target('a'), { teams: [team] });
      feed.set(target('b'), { teams: [team] });
      await reader.pull();
      feed.set(target('a'), { teams: [] });
      await reader.pull();
      expect(feed.asked.at(-1)).toEqual({ since: 2, epoch: 'one' });
      expect(teamsOf('a')).toEqual([]);
      expect(teamsOf('b')).toEqual([team]);
      expect(refreshed.slice(1)).toEqual([[target('a')]]);
      expect(feed.acknowledged).toBe(3);
    });

    it('reads all pages of many changes', async () => {
      const { feed, reader, refreshed } = setup();
      await reader.pull();
      feed.pageSize = 2;
      ['a', 'b', 'c', 'd', 'e'].forEach(name =>
        feed.set(target(name), { teams: [team] }),
      );
      await reader.pull();
      expect(refreshed).toEqual([['a', 'b', 'c', 'd', 'e'].map(target)]);
    });

    it('repeated events and polls of nothing new do nothing', async () => {
      const { feed, reader, refresh } = setup();
      feed.set(target('a'), { teams: [team] });
      await reader.pull();
      const acknowledge = jest.spyOn(feed, 'acknowledge');
      await reader.pull();
      await reader.pull();
      expect(refresh).toHaveBeenCalledTimes(1);
      expect(acknowledge).not.toHaveBeenCalled();
    });

    it('finds at the next poll what an event did not tell', async () => {
      const { feed, reader, refreshed } = setup();
      await reader.pull();
      feed.set(target('a'), { teams: [team] });
      feed.set(target('b'), { teams: [team] });
      await reader.pull();
      expect(refreshed).toEqual([[target('a'), target('b')]]);
    });

    it('pulls once at a time, and once more for all that asked meanwhile', async () => {
      const { feed, reader, teamsOf } = setup();
      await reader.pull();
      const { letGo, reached } = hold(feed);
      const first = reader.pull();
      await reached;
      feed.beforeAnswer = () => {};
      const asked = feed.asked.length;
      const later = [reader.pull(), reader.pull(), reader.pull()];
      expect(feed.asked).toHaveLength(asked);
      letGo();
      await first;
      feed.set(target('a'), { teams: [team] });
      await Promise.all(later);
      expect(feed.asked).toHaveLength(asked + 1);
      expect(teamsOf('a')).toEqual([team]);
    });
  });

  describe('a feed that begins again', () => {
    it('loads everything of another epoch, and refreshes what that changes', async () => {
      const { feed, reader, refreshed, teamsOf, projection } = setup();
      feed.set(target('kept'), { teams: [team] });
      feed.set(target('lost'), { teams: [team] });
      await reader.pull();
      feed.restore({ epoch: 'two', sequence: 1 });
      feed.set(target('new'), { teams: [other] });
      await reader.pull();
      expect(projection.epoch).toBe('two');
      expect(teamsOf('lost')).toBeUndefined();
      expect(teamsOf('kept')).toEqual([team]);
      expect(refreshed.at(-1)).toEqual(
        [target('kept'), target('lost'), target('new')].sort(),
      );
      expect(feed.acknowledged).toBe(2);
    });

    it('loads everything when the numbers went back', async () => {
      const { feed, reader, refreshed, teamsOf } = setup();
      ['a', 'b', 'c'].forEach(name =>
        feed.set(target(name), { teams: [team] }),
      );
      await reader.pull();
      feed.restore({ epoch: 'one', sequence: 1 });
      await reader.pull();
      expect(teamsOf('a')).toEqual([team]);
      expect(teamsOf('b')).toBeUndefined();
      expect(refreshed.at(-1)).toEqual([target('b'), target('c')]);
      feed.set(target('d'), { teams: [team] });
      await reader.pull();
      expect(teamsOf('d')).toEqual([team]);
    });
  });

  describe('an outage', () => {
    it('keeps the last known, says so once, and catches up afterwards', async () => {
      const { feed, reader, refreshed, teamsOf, logger } = setup();
      feed.set(target('a'), { teams: [team] });
      await reader.pull();
      feed.down = true;
      await reader.pull();
      await reader.pull();
      await reader.pull();
      expect(teamsOf('a')).toEqual([team]);
      expect(logger.warn).toHaveBeenCalledTimes(1);
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringContaining('The pilot backend is away'),
      );

      feed.down = false;
      feed.set(target('b'), { teams: [team] });
      logger.info.mockClear();
      await reader.pull();
      await reader.pull();
      expect(refreshed.at(-1)).toEqual([target('b')]);
      expect(logger.info).toHaveBeenCalledTimes(1);

      feed.down = true;
      await reader.pull();
      expect(logger.warn).toHaveBeenCalledTimes(2);
    });

    it('refreshes after the first load what was processed without it', async () => {
      const { feed, reader, refreshed, projection } = setup();
      feed.set(target('a'), { teams: [team] });
      feed.set(target('b'), { teams: [team] });
      feed.acknowledged = 2;
      feed.down = true;
      await reader.pull();
      projection.pick(target('a'), undefined);
      feed.down = false;
      await reader.pull();
      expect(refreshed).toEqual([[target('a')]]);
    });

    it('of the catalog: refreshes later, and acknowledges not before', async () => {
      const { feed, reader, refresh, refreshed } = setup();
      refresh.mockRejectedValueOnce(new Error('The catalog is away'));
      feed.set(target('a'), { teams: [team] });
      await reader.pull();
      expect(feed.acknowledged).toBe(0);
      feed.set(target('b'), { teams: [team] });
      await reader.pull();
      expect(refreshed).toEqual([[target('a'), target('b')]]);
      expect(feed.acknowledged).toBe(2);
    });

    it('of the acknowledgement only: acknowledges with the next pull', async () => {
      const { feed, reader, refresh } = setup();
      jest
        .spyOn(feed, 'acknowledge')
        .mockRejectedValueOnce(new Error('The pilot backend is away'));
      feed.set(target('a'), { teams: [team] });
      await reader.pull();
      await reader.pull();
      expect(feed.acknowledged).toBe(1);
      expect(refresh).toHaveBeenCalledTimes(1);
    });
  });

  it('stops: the pull that runs is aborted, and no other begins', async () => {
    const { feed, reader, logger } = setup();
    const read = jest.spyOn(feed, 'read');
    const { letGo, reached } = hold(feed);
    const running = reader.pull();
    await reached;
    const signal = (read.mock.calls[0] as unknown[])[1] as {
      signal: AbortSignal;
    };
    reader.stop();
    expect(signal.signal.aborted).toBe(true);
    feed.down = true;
    letGo();
    await running;
    await reader.pull();
    expect(read).toHaveBeenCalledTimes(1);
    expect(logger.warn).not.toHaveBeenCalled();
  });
});
