import { Knex } from 'knex';
import { whereConsent } from '../interests/whereConsent';
import { ReadableInterests, readableBy } from '../interests/readableBy';

/** Team whose interest is looked for, and what of it somebody may read. */
export interface AskingTeam {
  readonly team: string;
  readonly readable?: ReadableInterests;
}

/**
 * Narrows a query over `target` to those with counted interest of a team: own
 * interest, or for a Pilot that in what implements it.
 */
export function whereTeam(query: Knex.QueryBuilder, asking: AskingTeam): void {
  query.whereExists(rows => {
    rows
      .from('team_demand')
      .join('target as source', 'source.id', 'team_demand.target_id');
    whereSource(rows, asking);
  });
}

/** The refs of the targets in which a team's interest counts for others. */
export async function sourcesOfTeam(
  db: Knex,
  targetIds: readonly number[],
  asking: AskingTeam,
): Promise<Map<number, string[]>> {
  const result = new Map<number, string[]>(targetIds.map(id => [id, []]));
  for (let i = 0; i < targetIds.length; i += 500) {
    const query = db('team_demand')
      .join('target as source', 'source.id', 'team_demand.target_id')
      .crossJoin('target' as any)
      .whereIn('target.id', targetIds.slice(i, i + 500))
      .select('target.id as id', 'source.ref as ref');
    whereSource(query, asking);
    for (const { id, ref } of await query) {
      result.get(Number(id))!.push(ref);
    }
  }
  return result;
}

/** Joined `source` is the `target` or a part of it, and the team counts there. */
function whereSource(
  query: Knex.QueryBuilder,
  { team, readable }: AskingTeam,
): void {
  query
    .where('team_demand.team', team)
    .where('team_demand.n', '>', 0)
    .where(of =>
      of.whereRaw('source.id = target.id').orWhereIn('source.id', parts =>
        parts
          .from('target_part')
          .whereRaw('target_part.pilot_id = target.id')
          .where(link =>
            whereConsent(link, { part: 'source', pilot: 'target' }),
          )
          .select('part_id'),
      ),
    )
    // What the catalog no longer knows, nobody can be shown to be allowed to see.
    .whereNull('source.gone_at')
    .whereRaw('team_demand.team is distinct from target.owner')
    .whereRaw('team_demand.team is distinct from source.owner');
  if (readable) {
    query.whereExists(interests => {
      interests
        .from('interest')
        .whereRaw('interest.target_id = source.id')
        .whereRaw('interest.team = team_demand.team');
      readableBy(interests, readable, 'source');
    });
  }
}
