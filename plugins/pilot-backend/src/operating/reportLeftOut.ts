import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { Knex } from 'knex';
import { LeftOut, onLeftOut } from '../kernel/store/readable';

/** So many rows are remembered; more are counted again when they are met again. */
const mostRemembered = 10_000;

/**
 * Counts, logs and audits rows that are left out because they cannot be read:
 * each once as long as this replica runs.
 */
export function reportLeftOut(
  knex: Knex,
  to: {
    readonly logger: LoggerService;
    readonly auditor: AuditorService;
    readonly metrics: MetricsService;
  },
): void {
  const counter = to.metrics.createCounter('pilot.row.unreadable', {
    description: 'Stored rows that were left out because they cannot be read',
  });
  const known = new Set<string>();
  onLeftOut(knex, row => {
    const name = `${row.table} ${row.key}`;
    if (known.has(name)) {
      return;
    }
    if (known.size >= mostRemembered) {
      known.clear();
    }
    known.add(name);
    counter.add(1, { table: row.table });
    to.logger.warn(
      `The row ${row.key} of the table ${row.table} cannot be read and is left out; everything else goes on`,
      row.error,
    );
    audit(to.auditor, row).catch(error =>
      to.logger.warn('A row that is left out could not be audited', error),
    );
  });
}

async function audit(
  auditor: AuditorService,
  { table, key, error }: LeftOut,
): Promise<void> {
  const event = await auditor.createEvent({
    eventId: 'row-unreadable',
    severityLevel: 'medium',
    meta: { table, key },
  });
  await event.fail({ error });
}
