import { Phase } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { TargetRow } from '../targets/targetRows';

/** Writes what was decided about the phase of a target that is locked. */
export async function savePhase(
  tx: Knex.Transaction,
  targetId: number,
  decided: {
    readonly version: number;
    /** Absent where it stays as it was. */
    readonly phase?: {
      readonly fixed: Phase | null;
      readonly decision: string | null;
    };
  },
): Promise<void> {
  const { version, phase } = decided;
  await tx<TargetRow>('target')
    .where('id', targetId)
    .update({
      phase_version: version,
      ...(phase && {
        declared_phase: phase.fixed,
        phase_decision: phase.decision,
      }),
    });
}
