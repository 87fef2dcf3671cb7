import { CheckAnswer } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { byTarget } from '../byTarget';
import { ResultRow, toReport } from './readinessRows';

/** Reads the last report of each check of targets, by target. */
export async function reportsOf(
  db: Knex,
  targetIds: readonly number[],
): Promise<Map<number, CheckAnswer[]>> {
  const rows = await db<ResultRow>('check_result').whereIn('target_id', [
    ...targetIds,
  ]);
  return byTarget(db, 'check_result', rows, toReport);
}

/** Writes a reported result in the place of the last one of its check. */
export async function saveReport(
  tx: Knex.Transaction,
  targetId: number,
  report: CheckAnswer & { readonly by: string },
): Promise<void> {
  await tx<ResultRow>('check_result')
    .insert({
      target_id: targetId,
      check_id: report.check,
      verdict: report.verdict,
      evidence: report.evidence ?? null,
      note: report.note ?? null,
      by: report.by,
      at: report.at.getTime(),
    })
    .onConflict(['target_id', 'check_id'])
    .merge();
}
