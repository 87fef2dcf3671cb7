import {
  demandLevels,
  phases,
  ProjectionRow,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { wordOrNull } from '../columns';
import { readable } from '../readable';

interface ProjectedTarget {
  target_id: number | string;
  seq: number | string;
  ref: string;
  kind: string;
  phase: string | null;
  level: string | null;
}

/**
 * The projection of the targets that changed after `since`, at most `limit` of
 * them, in the order of their numbers.
 */
export async function readProjection(
  knex: Knex,
  page: { since: number; limit: number },
): Promise<ProjectionRow[]> {
  const changed: ProjectedTarget[] = await knex('feed')
    .join('target', 'target.id', 'feed.target_id')
    .where('feed.seq', '>', page.since)
    .orderBy('feed.seq')
    .limit(page.limit)
    .select(
      'feed.target_id',
      'feed.seq',
      'target.ref',
      'target.kind',
      'target.phase',
      'target.level',
    );
  const standing = await standingTeams(
    knex,
    changed.map(row => Number(row.target_id)),
  );
  return changed.map(row => {
    const teams = standing.get(Number(row.target_id)) ?? [];
    return {
      target: row.ref,
      seq: Number(row.seq),
      teams: teams.map(({ team }) => team),
      adopters: teams.filter(({ adopted }) => adopted).map(({ team }) => team),
      ...wordsOf(knex, row),
    };
  });
}

/** Phase and level; neither where a newer version wrote a word of its own. */
function wordsOf(
  knex: Knex,
  row: ProjectedTarget,
): Pick<ProjectionRow, 'phase' | 'level'> {
  const [words = {}] = readable(knex, 'target', [row], ({ kind, ...each }) => {
    const phase = wordOrNull(phases, each.phase, 'phase');
    const level = wordOrNull(demandLevels, each.level, 'level');
    return {
      ...(phase === null ? {} : { phase }),
      ...(kind === 'pilot' && level !== null ? { level } : {}),
    };
  });
  return words;
}

/** Per target the teams whose interest stands and that the catalog knows, in order. */
async function standingTeams(knex: Knex, targetIds: readonly number[]) {
  const result = new Map<number, Array<{ team: string; adopted: boolean }>>();
  for (let i = 0; i < targetIds.length; i += 500) {
    const rows = await knex('interest')
      .whereIn('target_id', targetIds.slice(i, i + 500))
      .where('withdrawn', false)
      .whereNot('status', 'declined')
      .whereNotExists(gone =>
        gone
          .from('team')
          .whereRaw('team.ref = interest.team')
          .whereNotNull('team.gone_at')
          .select('team.ref'),
      )
      .groupBy('target_id', 'team')
      .orderBy(['target_id', 'team'])
      .select(
        'target_id',
        'team',
        knex.raw(
          `max(case when status = 'adopted' then 1 else 0 end) as adopted`,
        ),
      );
    for (const row of rows) {
      const id = Number(row.target_id);
      const teams = result.get(id) ?? [];
      teams.push({ team: row.team, adopted: Number(row.adopted) === 1 });
      result.set(id, teams);
    }
  }
  return result;
}
