import { LoggerService } from '@backstage/backend-plugin-api';
import { EventsService } from '@backstage/plugin-events-node';
import {
  ProjectionEvent,
  projectionTopic,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { numberPending, readFeedState } from '../store/operations/feed';

/**
 * Tells the readers of the projection that something was committed. It never
 * throws and nobody waits for it: what it fails to tell, the readers find with
 * their poll.
 */
export class Announcer {
  readonly #knex: Knex;
  readonly #events: EventsService;
  readonly #logger: LoggerService;
  #wanted = false;
  #running?: Promise<void>;

  constructor(options: {
    knex: Knex;
    events: EventsService;
    logger: LoggerService;
  }) {
    this.#knex = options.knex;
    this.#events = options.events;
    this.#logger = options.logger;
  }

  /** Calls that come while one is under way are told together afterwards. */
  announce(): void {
    this.#wanted = true;
    this.#running ??= this.#run();
  }

  /** Waits for what is being told, so that a shutdown does not cut it off. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#wanted) {
      this.#wanted = false;
      try {
        await this.#publish();
      } catch (error) {
        this.#logger.warn(
          'A change was saved but not announced; readers find it with their poll',
          error as Error,
        );
      }
    }
    this.#running = undefined;
  }

  async #publish(): Promise<void> {
    await numberPending(this.#knex);
    const { sequence } = await readFeedState(this.#knex);
    const eventPayload: ProjectionEvent = { sequence };
    await this.#events.publish({ topic: projectionTopic, eventPayload });
  }
}
