import { mockServices } from '@backstage/backend-test-utils';
import { FeedReader } from './FeedReader';
import { startReading } from './startReading';

function setup() {
  const order: string[] = [];
  const events = mockServices.events.mock({
    subscribe: async () => void order.push('subscribe'),
  });
  const scheduler = mockServices.scheduler.mock({
    scheduleTask: async () => void order.push('poll'),
  });
  const pull = jest.fn(() => new Promise<void>(() => {}));
  const logger = mockServices.logger.mock();
  const start = () =>
    startReading({
      reader: { pull } as Partial<FeedReader> as FeedReader,
      events,
      scheduler,
      logger,
      pollInterval: { seconds: 7 },
    });
  return { order, events, scheduler, pull, logger, start };
}

describe('startReading', () => {
  it('subscribes before the first poll, and polls in every replica', async () => {
    const { order, scheduler, start } = setup();
    await start();
    expect(order).toEqual(['subscribe', 'poll']);
    expect(scheduler.scheduleTask).toHaveBeenCalledWith(
      expect.objectContaining({ scope: 'local', frequency: { seconds: 7 } }),
    );
  });

  it('has an id of its own at every start', async () => {
    const { events, start } = setup();
    await start();
    await start();
    const ids = events.subscribe.mock.calls.map(([{ id }]) => id);
    expect(new Set(ids).size).toBe(2);
    expect(events.subscribe.mock.calls[0][0].topics).toEqual([
      'pilot.projection',
    ]);
  });

  it('pulls at an event, and keeps nobody waiting', async () => {
    const { events, pull, start } = setup();
    await start();
    const [{ onEvent }] = events.subscribe.mock.calls[0];
    await onEvent({ topic: 'pilot.projection', eventPayload: { sequence: 1 } });
    expect(pull).toHaveBeenCalledTimes(1);
  });

  it('polls where subscribing fails', async () => {
    const { events, order, logger, start } = setup();
    events.subscribe.mockRejectedValue(new Error('no bus'));
    await start();
    expect(order).toEqual(['poll']);
    expect(logger.warn).toHaveBeenCalledWith(expect.stringContaining('no bus'));
  });
});
