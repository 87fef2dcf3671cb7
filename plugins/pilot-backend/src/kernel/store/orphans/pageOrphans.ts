import { Knex } from 'knex';
import { timeOf } from '../columns';
import { readablePage } from '../readable';
import { latestGone } from './findLatestGone';

/** A target that the catalog no longer knows, and how much interest it keeps. */
export interface Orphan {
  readonly id: number;
  readonly ref: string;
  readonly title: string | null;
  readonly goneAt: Date;
  /** Without the withdrawn ones. */
  readonly interests: number;
  readonly teams: number;
}

/** The last row of a page. */
export interface OrphanPosition {
  readonly goneAt: number;
  readonly id: number;
}

/** Targets that are gone and keep interest, the latest first. */
export async function pageOrphans(
  db: Knex,
  page: { readonly after?: OrphanPosition; readonly limit: number },
): Promise<Orphan[]> {
  const asked = () =>
    db('interest')
      .whereRaw('interest.target_id = target.id')
      .where('interest.withdrawn', false);
  const { after: last, limit } = page;
  const begin = last && { gone_at: last.goneAt, id: last.id };
  return readablePage<Record<string, any>, Orphan>(db, 'target', {
    limit,
    rows: async (row, wanted) => {
      const query = db('target')
        .whereNotNull('target.gone_at')
        .whereNull('target.merged_into')
        .whereExists(asked().select('interest.id'))
        .limit(wanted)
        .select('target.id', 'target.ref', 'target.title', 'target.gone_at')
        .select(
          asked().count('interest.id').as('interests'),
          asked().countDistinct('interest.team').as('teams'),
        );
      const after = row ?? begin;
      latestGone(
        query,
        { goneAt: 'target.gone_at', key: 'target.id', direction: 'desc' },
        after && { goneAt: after.gone_at, key: after.id },
      );
      return query;
    },
    read: row => ({
      id: Number(row.id),
      ref: row.ref,
      title: row.title,
      goneAt: timeOf(row.gone_at, 'gone_at'),
      interests: Number(row.interests),
      teams: Number(row.teams),
    }),
  });
}
