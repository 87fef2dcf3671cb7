import { randomUUID } from 'node:crypto';
import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import { HumanDuration } from '@backstage/types';
import { projectionTopic } from '@pilot-to-platform/plugin-pilot-common';
import { FeedReader } from './FeedReader';

/**
 * Longest wait of a poll for a change, in seconds, so that a quiet portal has
 * no request a second in its log.
 */
const patience = 20;

/**
 * Pulls now, at every event and at every poll. To be called once all plugins
 * are up: subscribing before that finds no event bus, and would stay local for
 * good.
 */
export async function startReading(options: {
  reader: FeedReader;
  events: EventsService;
  scheduler: SchedulerService;
  logger: LoggerService;
  pollInterval: HumanDuration;
}): Promise<void> {
  const { reader, events, scheduler, logger, pollInterval } = options;
  try {
    await events.subscribe({
      // Subscribers that share an id share the events, and every replica needs
      // all of them.
      id: `pilot-projection-${randomUUID()}`,
      topics: [projectionTopic],
      // Whoever publishes waits for the handler, so it does not wait itself.
      onEvent: async () => void reader.pull(),
    });
  } catch (error) {
    logger.warn(
      `Recorded interest is found by polling only: ${stringifyError(error)}`,
    );
  }
  // After subscribing, so that nothing falls in between; the first run is the
  // full load.
  await scheduler.scheduleTask({
    id: 'pilot-projection-poll',
    scope: 'local',
    frequency: pollInterval,
    timeout: { minutes: 5 },
    fn: () => reader.pull(patience),
  });
}
