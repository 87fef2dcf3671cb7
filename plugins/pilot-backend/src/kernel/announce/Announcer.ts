import { LoggerService } from '@backstage/backend-plugin-api';
import { EventParams, EventsService } from '@backstage/plugin-events-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  changesChannel,
  ChangesSignal,
  InterestEvent,
  interestTopic,
  ProjectionEvent,
  projectionTopic,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { SignalChannel } from './SignalChannel';
import { numberPending } from '../store/feed/pendingChanges';
import { readFeedState } from '../store/feed/feedCounter';
import { Measurements } from './Measurements';

/** Changes that a write committed. */
export interface CommittedWrite {
  readonly events?: readonly InterestEvent[];
  /** Of other topics. */
  readonly others?: readonly EventParams[];
  /** Refs of the targets and of the Pilots whose demand it changed. */
  readonly targets: readonly string[];
}

interface Deps {
  readonly knex: Knex;
  readonly events: EventsService;
  readonly signals: SignalsService;
  readonly watch: SignalChannel;
  readonly measurements: Measurements;
  readonly logger: LoggerService;
  /** Lets the readers that wait for the feed in this process look at once. */
  readonly wakeReaders: () => void;
}

/**
 * Announces committed changes to the readers of the projection, to other
 * backends, and to open pages. It never throws and nobody waits for it: after a
 * failure, readers find the changes with their poll and pages with their next
 * request.
 */
export class Announcer {
  readonly #deps: Deps;
  #wanted = false;
  #committed: CommittedWrite[] = [];
  #running?: Promise<void>;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Calls that come while one is under way are told together afterwards. */
  announce(committed?: CommittedWrite): void {
    this.#wanted = true;
    if (committed) {
      this.#committed.push(committed);
    }
    this.#running ??= this.#run();
  }

  /** Waits for what is being told, so that a shutdown does not cut it off. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#wanted) {
      this.#wanted = false;
      const committed = this.#committed;
      this.#committed = [];
      await this.#tell(() => this.#publishProjection());
      await this.#tell(() =>
        this.#signal(new Set(committed.flatMap(({ targets }) => targets))),
      );
      for (const event of committed.flatMap(({ events = [] }) => events)) {
        this.#deps.measurements.interestRecorded(event);
        await this.#tell(() =>
          this.#deps.events.publish({
            topic: interestTopic,
            eventPayload: event,
          }),
        );
      }
      for (const event of committed.flatMap(({ others = [] }) => others)) {
        await this.#tell(() => this.#deps.events.publish(event));
      }
    }
    this.#running = undefined;
  }

  async #tell(publish: () => Promise<void>): Promise<void> {
    try {
      await publish();
    } catch (error) {
      this.#deps.logger.warn(
        'A change was saved but not announced; readers find it with their poll',
        error as Error,
      );
    }
  }

  async #publishProjection(): Promise<void> {
    this.#deps.wakeReaders();
    await numberPending(this.#deps.knex);
    const { sequence } = await readFeedState(this.#deps.knex);
    const eventPayload: ProjectionEvent = { sequence };
    await this.#deps.events.publish({ topic: projectionTopic, eventPayload });
  }

  async #signal(targets: ReadonlySet<string>): Promise<void> {
    if (targets.size === 0) {
      return;
    }
    const message: ChangesSignal = {
      watch: [...targets].map(ref => this.#deps.watch.of(ref)),
    };
    await this.#deps.signals.publish({
      recipients: { type: 'broadcast' },
      channel: changesChannel,
      message,
    });
  }
}
