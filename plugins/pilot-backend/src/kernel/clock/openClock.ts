import { LoggerService } from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { Knex } from 'knex';
import { SkewWatch } from './SkewWatch';
import { Clock } from './Clock';
import { DatabaseClock } from './DatabaseClock';
import { isSqlite } from '../store/dialect';

/**
 * The clock that everything stored goes by: the database's, read before anything
 * is dated. That of SQLite is the clock of the process, and nothing is watched.
 */
export async function openClock(deps: {
  readonly knex: Knex;
  readonly processClock: () => Date;
  readonly logger: LoggerService;
  readonly metrics: MetricsService;
}): Promise<{ readonly clock: Clock; readonly skew?: SkewWatch }> {
  const { knex, processClock } = deps;
  if (isSqlite(knex)) {
    return { clock: processClock };
  }
  const database = new DatabaseClock(processClock());
  const skew = new SkewWatch({ ...deps, database });
  await skew.run();
  return { clock: database.clock, skew };
}
