import { LoggerService } from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { Knex } from 'knex';
import { latestPresent } from '../kernel/clock/isFuture';
import { countAhead } from '../kernel/store/redating/findDatedAhead';

/** Looks for what a clock that was ahead has dated, and says how it is mended. */
export class FutureWatch {
  readonly #knex: Knex;
  readonly #logger: LoggerService;
  #counts: Readonly<Record<string, number>> = {};

  constructor(options: {
    knex: Knex;
    logger: LoggerService;
    metrics: MetricsService;
  }) {
    this.#knex = options.knex;
    this.#logger = options.logger;
    options.metrics
      .createObservableGauge('pilot.row.future', {
        description:
          'Stored rows that are dated later than now, when this replica last looked, by table',
        unit: '{row}',
      })
      .addCallback(result =>
        Object.entries(this.#counts).forEach(([table, count]) =>
          result.observe(count, { table }),
        ),
      );
  }

  async run(now: Date): Promise<void> {
    const found = await countAhead(this.#knex, latestPresent(now));
    const mended = Object.keys(this.#counts).filter(table => !found[table]);
    this.#counts = {
      ...Object.fromEntries(mended.map(table => [table, 0])),
      ...found,
    };
    const tables = Object.entries(found);
    if (tables.length > 0) {
      this.#logger.warn(
        `Rows are dated later than the database's clock shows (${now.toISOString()}): ${tables
          .map(([table, count]) => `${count} of ${table}`)
          .join(
            ', ',
          )}. If that clock is right, POST /maintenance/redate mends them`,
      );
    }
  }
}
