import { Knex } from 'knex';
import { keepAssessed } from '../readiness/keepAssessed';
import { readReadiness } from '../readiness/readReadiness';
import { StoredTarget } from '../store/rows';
import { PhaseOptions, PhaseReading, readPhases } from './readPhases';

/**
 * Keeps what lists sort and filter by beside demand: readiness, and of a Pilot
 * what is advised and how much is left before its next phase.
 */
export async function keepAdvice(
  db: Knex,
  targets: readonly StoredTarget[],
  options: PhaseOptions,
): Promise<void> {
  const pilots = targets.filter(({ kind }) => kind === 'pilot');
  const others = targets.filter(({ kind }) => kind !== 'pilot');
  const phases = await readPhases(db, pilots, options);
  for (const phase of phases.values()) {
    await keepAdviceOf(db, phase, options.now);
  }
  const readings = await readReadiness(db, others, options);
  for (const [id, reading] of readings) {
    await keepAssessed(db, id, { reading }, options.now);
  }
}

/** The same of one Pilot that was read already. */
export async function keepAdviceOf(
  db: Knex,
  { target, readiness, recommendation, gate }: PhaseReading,
  now: Date,
): Promise<void> {
  const advice = {
    recommended: recommendation.code,
    left: gate && gate.left.length,
  };
  await keepAssessed(db, target.id, { reading: readiness, advice }, now);
}
