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
  s: number;
  fresh_q: number;
  fresh_m: number;
  fresh_c: number;
  vague_w: number;
  vague_u: number;
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
    teams.map(team => toTeamDemandRow(targetId, team)),
  );
}

/** What is kept of a team of a target, as a row. */
export function toTeamDemandRow(
  targetId: number,
  team: TeamDemand,
): TeamDemandRow {
  return {
    target_id: targetId,
    team: team.team,
    ref_at: team.refAt.getTime(),
    q: team.q,
    m: team.m,
    c: team.c,
    s: team.s,
    fresh_q: team.freshQ,
    fresh_m: team.freshM,
    fresh_c: team.freshC,
    vague_w: team.vagueW,
    vague_u: team.vagueU,
    n: team.n,
    use_cases: team.useCases,
    adopted: team.adopted,
    internal: team.internal,
    newest_at: team.newestAt.getTime(),
  };
}

function toTeamDemand(row: TeamDemandRow): TeamDemand {
  return {
    team: row.team,
    refAt: toDate(row.ref_at)!,
    q: row.q,
    m: row.m,
    c: row.c,
    s: row.s,
    freshQ: row.fresh_q,
    freshM: row.fresh_m,
    freshC: row.fresh_c,
    vagueW: row.vague_w,
    vagueU: row.vague_u,
    n: row.n,
    useCases: row.use_cases,
    adopted: row.adopted,
    internal: row.internal,
    newestAt: toDate(row.newest_at)!,
  };
}
