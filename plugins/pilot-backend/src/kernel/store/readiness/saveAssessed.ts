import { RecommendationCode } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { latestPresent } from '../../clock/isFuture';

/**
 * Writes what lists sort and filter by, unless that was done for a later instant
 * that can be; what is absent stays as it is.
 */
export async function saveAssessed(
  db: Knex,
  targetId: number,
  assessed: {
    readonly readiness: number | null;
    readonly recommended?: RecommendationCode;
    readonly assessedAt: Date;
  },
): Promise<void> {
  const { recommended } = assessed;
  const latest = latestPresent(assessed.assessedAt);
  await db('target')
    .where('id', targetId)
    .andWhere(known =>
      known
        .whereNull('assessed_at')
        .orWhere('assessed_at', '<=', assessed.assessedAt.getTime())
        .orWhere('assessed_at', '>', latest.getTime()),
    )
    .update({
      readiness: assessed.readiness,
      ...(recommended !== undefined && { recommended }),
      assessed_at: assessed.assessedAt.getTime(),
    });
}
