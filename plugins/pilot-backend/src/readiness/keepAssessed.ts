import { RecommendationCode } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { saveAssessed } from '../kernel/store/readiness/saveAssessed';
import { ReadinessReading } from './readReadiness';

/** Readiness and advice that lists sort and filter a target by. */
export interface AssessedTarget {
  readonly reading: ReadinessReading;
  /** Of a Pilot; as it was kept, if absent. */
  readonly recommended?: RecommendationCode;
}

/**
 * Keeps what lists sort and filter by, as it is at an instant. Answers are
 * computed: what is kept here only decides which targets come first.
 */
export async function keepAssessed(
  db: Knex,
  targetId: number,
  { reading, recommended }: AssessedTarget,
  now: Date,
): Promise<void> {
  await saveAssessed(db, targetId, {
    readiness: reading.assessment.score,
    recommended,
    assessedAt: now,
  });
}
