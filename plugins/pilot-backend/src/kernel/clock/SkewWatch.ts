import { LoggerService } from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { Knex } from 'knex';
import { DatabaseClock } from './DatabaseClock';
import { readClock } from '../store/dialect';

/** A replica whose clock is off by more is warned about, in milliseconds. */
const warnedMs = 5_000;

/**
 * Compares the clock of this replica with that of the database, which everything
 * stored goes by: a difference falsifies nothing here, but the replica's log and
 * tokens are off by it.
 */
export class SkewWatch {
  readonly #knex: Knex;
  readonly #database: DatabaseClock;
  readonly #processClock: () => Date;
  readonly #logger: LoggerService;
  #isWarned = false;

  constructor(options: {
    knex: Knex;
    database: DatabaseClock;
    processClock: () => Date;
    logger: LoggerService;
    metrics: MetricsService;
  }) {
    this.#knex = options.knex;
    this.#database = options.database;
    this.#processClock = options.processClock;
    this.#logger = options.logger;
    options.metrics
      .createObservableGauge('pilot.clock.skew', {
        description:
          "How far this replica's clock is ahead of the database's; below 0 where it is behind",
        unit: 's',
      })
      .addCallback(result => result.observe(this.#skew() / 1000));
  }

  /** Reads the database's clock, and warns once where this replica's is off. */
  async run(): Promise<void> {
    const reading = await readClock(this.#knex);
    if (!reading) {
      return;
    }
    this.#database.follow(reading);
    const skew = this.#skew();
    const isOff = Math.abs(skew) - this.#database.doubt > warnedMs;
    if (isOff && !this.#isWarned) {
      this.#logger.warn(
        `The clock of this replica is ${Math.round(Math.abs(skew) / 1000)} s ${
          skew > 0 ? 'ahead of' : 'behind'
        } the database's. Needs, answers and decisions are dated by the database's clock; its log and its tokens are off. Is time synchronization running?`,
      );
    } else if (!isOff && this.#isWarned) {
      this.#logger.info("The clock of this replica agrees with the database's");
    }
    this.#isWarned = isOff;
  }

  #skew(): number {
    return this.#processClock().getTime() - this.#database.now().getTime();
  }
}
