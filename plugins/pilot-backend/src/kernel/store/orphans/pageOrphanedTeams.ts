import { Knex } from 'knex';
import { timeOf } from '../columns';
import { readablePage } from '../readable';
import { latestGone } from './findLatestGone';

/** A team or a person that the catalog no longer knows, and what stands under it. */
export interface OrphanedRef {
  readonly ref: string;
  /** Without the withdrawn ones. */
  readonly interests: number;
  readonly targets: number;
}

/** A team that is gone. */
export interface OrphanedTeam extends OrphanedRef {
  readonly goneAt: Date;
}

/** The last row of a page. */
export interface OrphanedTeamPosition {
  readonly goneAt: number;
  readonly ref: string;
}

/** Teams that are gone and keep interest, the latest first. */
export async function pageOrphanedTeams(
  db: Knex,
  page: { readonly after?: OrphanedTeamPosition; readonly limit: number },
): Promise<OrphanedTeam[]> {
  const { after: last, limit } = page;
  const begin = last && { gone_at: last.goneAt, ref: last.ref };
  return readablePage<Record<string, any>, OrphanedTeam>(db, 'team', {
    limit,
    rows: async (row, wanted) => {
      const query = db('team')
        .join('interest', 'interest.team', 'team.ref')
        .whereNotNull('team.gone_at')
        .where('interest.withdrawn', false)
        .groupBy('team.ref', 'team.gone_at')
        .limit(wanted)
        .select('team.ref', 'team.gone_at')
        .count('interest.id as interests')
        .countDistinct('interest.target_id as targets');
      const after = row ?? begin;
      latestGone(
        query,
        { goneAt: 'team.gone_at', key: 'team.ref', direction: 'asc' },
        after && { goneAt: after.gone_at, key: after.ref },
      );
      return query;
    },
    read: row => ({
      ref: row.ref,
      goneAt: timeOf(row.gone_at, 'gone_at'),
      interests: Number(row.interests),
      targets: Number(row.targets),
    }),
  });
}

/** A page of everybody whose interest stands, in the order of their refs. */
export async function pageAuthors(
  db: Knex,
  page: { readonly after: string; readonly limit: number },
): Promise<OrphanedRef[]> {
  const rows: Array<Record<string, any>> = await db('interest')
    .where('author', '>', page.after)
    .where('withdrawn', false)
    .groupBy('author')
    .orderBy('author')
    .limit(page.limit)
    .select('author')
    .count('id as interests')
    .countDistinct('target_id as targets');
  return rows.map(row => ({
    ref: row.author,
    interests: Number(row.interests),
    targets: Number(row.targets),
  }));
}
