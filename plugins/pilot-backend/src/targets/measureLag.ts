import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { Knex } from 'knex';
import { countPending } from '../kernel/store/feed/pendingChanges';
import { readFeedState } from '../kernel/store/feed/feedCounter';

/**
 * Tells, whenever somebody collects, how many changes the catalog has not yet
 * acknowledged: those with a number, and those that wait for theirs.
 */
export function measureLag(metrics: MetricsService, knex: Knex): void {
  metrics
    .createObservableGauge('pilot.projection.lag', {
      description: 'Changes that the catalog has not acknowledged yet',
      unit: '{change}',
    })
    .addCallback(async result => {
      const { sequence, acknowledged } = await readFeedState(knex);
      const pending = await countPending(knex);
      result.observe(sequence - acknowledged + pending);
    });
}
