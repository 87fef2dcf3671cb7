import { Knex } from 'knex';
import { isFuture } from '../kernel/clock/isFuture';
import { AssessedTarget, keepAssessed } from '../readiness/keepAssessed';
import { readReadiness } from '../readiness/readReadiness';
import { PhaseOptions, PhaseReading, readPhases } from './readPhases';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/**
 * Keeps what lists sort and filter by beside demand: readiness, and of a Pilot
 * what is advised. The targets are locked, so what is read is the present,
 * whatever a clock says.
 */
export async function keepAdvice(
  tx: Knex.Transaction,
  targets: readonly StoredTarget[],
  options: PhaseOptions,
): Promise<void> {
  for (const [target, assessed] of await assess(tx, targets, options)) {
    await keepPresent(tx, target, assessed, options.now);
  }
}

/** The same of one Pilot that was read already. */
export async function keepAdviceOf(
  tx: Knex.Transaction,
  reading: PhaseReading,
  now: Date,
): Promise<void> {
  await keepPresent(tx, reading.target, assessedOf(reading), now);
}

/**
 * Brings the same up to date for targets that are not locked, at most some
 * hundreds: what did not change is not written again, and what was written for
 * a later instant stays.
 */
export async function refreshAdvice(
  db: Knex,
  targets: readonly StoredTarget[],
  options: PhaseOptions,
): Promise<void> {
  for (const [target, assessed] of await assess(db, targets, options)) {
    if (!isKept(target, assessed, options.now)) {
      await keepAssessed(db, target.id, assessed, options.now);
    }
  }
}

async function assess(
  db: Knex,
  targets: readonly StoredTarget[],
  options: PhaseOptions,
): Promise<Map<StoredTarget, AssessedTarget>> {
  const pilots = targets.filter(({ kind }) => kind === 'pilot');
  const others = targets.filter(({ kind }) => kind !== 'pilot');
  const phases = await readPhases(db, pilots, options);
  const readings = await readReadiness(db, others, options);
  return new Map<StoredTarget, AssessedTarget>([
    ...pilots.map(pilot => [pilot, assessedOf(phases.get(pilot.id)!)] as const),
    ...others.map(
      other => [other, { reading: readings.get(other.id)! }] as const,
    ),
  ]);
}

function assessedOf({
  readiness,
  recommendation,
}: PhaseReading): AssessedTarget {
  return { reading: readiness, recommended: recommendation.code };
}

/** True where a target has all of it already, and is known to. */
function isKept(
  target: StoredTarget,
  { reading, recommended }: AssessedTarget,
  now: Date,
): boolean {
  if (target.readiness !== reading.assessment.score) {
    return false;
  }
  // A Pilot is looked at until it was assessed after its demand changed.
  const { assessedAt, changedAt } = target;
  return (
    recommended === undefined ||
    (target.recommended === recommended &&
      assessedAt !== null &&
      !isFuture(assessedAt, now) &&
      !(changedAt && changedAt > assessedAt))
  );
}

async function keepPresent(
  tx: Knex.Transaction,
  { id, assessedAt }: StoredTarget,
  assessed: AssessedTarget,
  now: Date,
): Promise<void> {
  const isLater = assessedAt && assessedAt > now && !isFuture(assessedAt, now);
  const at = isLater ? assessedAt : now;
  await keepAssessed(tx, id, assessed, at);
}
