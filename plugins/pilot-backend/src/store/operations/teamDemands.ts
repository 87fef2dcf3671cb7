import { TeamDemand } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { insertAll } from '../dialect';
import { toDate } from '../rows';

interface TeamDemandRow {
  target_id: number | string;
  team: string;
  ref_at: number | string;
  q: number;
  m: number;
  c: number;
  n: number;
  use_cases: number;
  adopted: number;
  internal: number;
  newest_at: number | string;
}

/** What is kept of the teams of targets, or of some of them, by the target's id. */
export async function readTeamDemands(
  db: Knex,
  targetIds: readonly number[],
  teams?: readonly string[],
): Promise<Map<number, TeamDemand[]>> {
  const result = new Map<number, TeamDemand[]>(
    targetIds.map(id => [id, []] as const),
  );
  for (let i = 0; i < targetIds.length; i += 500) {
    const query = db<TeamDemandRow>('team_demand').whereIn(
      'target_id',
      targetIds.slice(i, i + 500),
    );
    const rows = await (teams ? query.whereIn('team', [...teams]) : query);
    for (const row of rows) {
      result.get(Number(row.target_id))!.push(toTeamDemand(row));
    }
  }
  return result;
}

/** Replaces what is kept of some teams of a target, or of all of them. */
export async function saveTeamDemands(
  tx: Knex.Transaction,
  targetId: number,
  teams: readonly TeamDemand[],
  of: readonly string[] | 'all',
): Promise<void> {
  const old = tx('team_demand').where('target_id', targetId);
  await (of === 'all' ? old : old.whereIn('team', [...of])).delete();
  await insertAll(
    tx,
    'team_demand',
    teams.map(team => ({
      target_id: targetId,
      team: team.team,
      ref_at: team.refAt.getTime(),
      q: team.q,
      m: team.m,
      c: team.c,
      n: team.n,
      use_cases: team.useCases,
      adopted: team.adopted,
      internal: team.internal,
      newest_at: team.newestAt.getTime(),
    })),
  );
}

function toTeamDemand(row: TeamDemandRow): TeamDemand {
  return {
    team: row.team,
    refAt: toDate(row.ref_at)!,
    q: row.q,
    m: row.m,
    c: row.c,
    n: row.n,
    useCases: row.use_cases,
    adopted: row.adopted,
    internal: row.internal,
    newestAt: toDate(row.newest_at)!,
  };
}
