import { TeamDemand } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { giveWay } from '../../cost/giveWay';
import { insertAll } from '../dialect';
import { numberOf, timeOf } from '../columns';
import { readable } from '../readable';

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

/** Reads the demand of all or some teams in targets, by the target's id. */
export async function readTeamDemands(
  db: Knex,
  targetIds: readonly number[],
  teams?: readonly string[],
): Promise<Map<number, TeamDemand[]>> {
  const result = new Map<number, TeamDemand[]>(
    targetIds.map(id => [id, []] as const),
  );
  for (let i = 0; i < targetIds.length; i += 500) {
    await giveWay();
    const query = db<TeamDemandRow>('team_demand').whereIn(
      'target_id',
      targetIds.slice(i, i + 500),
    );
    const rows = await (teams ? query.whereIn('team', [...teams]) : query);
    readable(db, 'team_demand', rows, row =>
      result.get(Number(row.target_id))!.push(toTeamDemand(row)),
    );
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

/** Turns the demand of a team in a target into a row. */
export function toTeamDemandRow(
  targetId: number,
  team: TeamDemand,
): TeamDemandRow {
  return {
    target_id: targetId,
    team: team.team,
    ref_at: team.refAt.getTime(),
    q: team.squares,
    m: team.strongest,
    c: team.mostSpecific,
    s: team.specificity,
    fresh_q: team.freshSquares,
    fresh_m: team.freshStrongest,
    fresh_c: team.freshMostSpecific,
    vague_w: team.vagueWeight,
    vague_u: team.vagueFresh,
    n: team.interests,
    use_cases: team.useCases,
    adopted: team.adopted,
    internal: team.internal,
    newest_at: team.newestAt.getTime(),
  };
}

function toTeamDemand(row: TeamDemandRow): TeamDemand {
  return {
    team: row.team,
    refAt: timeOf(row.ref_at, 'ref_at'),
    squares: numberOf(row.q, 'q'),
    strongest: numberOf(row.m, 'm'),
    mostSpecific: numberOf(row.c, 'c'),
    specificity: numberOf(row.s, 's'),
    freshSquares: numberOf(row.fresh_q, 'fresh_q'),
    freshStrongest: numberOf(row.fresh_m, 'fresh_m'),
    freshMostSpecific: numberOf(row.fresh_c, 'fresh_c'),
    vagueWeight: numberOf(row.vague_w, 'vague_w'),
    vagueFresh: numberOf(row.vague_u, 'vague_u'),
    interests: numberOf(row.n, 'n'),
    useCases: row.use_cases,
    adopted: row.adopted,
    internal: row.internal,
    newestAt: timeOf(row.newest_at, 'newest_at'),
  };
}
