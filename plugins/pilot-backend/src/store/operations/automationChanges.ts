import { Knex } from 'knex';

const check = 'automation.manual-steps';

/** When a Pilot was found to have manual steps left, or none, oldest first. */
export async function automationChanges(
  db: Knex,
  targetId: number,
): Promise<Array<{ at: Date; isAutomated: boolean }>> {
  const rows: Array<{ at: number | string; payload: string }> = await db(
    'readiness_log',
  )
    .where({ target_id: targetId, check_id: check, type: 'result' })
    .orderBy(['at', 'seq'])
    .select('at', 'payload');
  return rows.map(({ at, payload }) => ({
    at: new Date(Number(at)),
    isAutomated: JSON.parse(payload).verdict !== 'fail',
  }));
}
