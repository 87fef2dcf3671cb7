import { InterestStatus } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import {
  InterestRow,
  StoredInterest,
  StoredTarget,
  TargetRow,
  toInterest,
  toTarget,
} from '../rows';
import { Readable, readableBy } from './whereCriteria';

/** Which interests to list; what is absent does not narrow. */
export interface InterestFilter {
  readonly target?: string;
  readonly team?: string;
  readonly author?: string;
  readonly statuses?: readonly InterestStatus[];
}

/** The last row of a page: newest first, then by id. */
export interface InterestPosition {
  readonly createdAt: number;
  readonly id: string;
}

/** A page of interests, newest first, with their targets. */
export async function listInterests(
  db: Knex,
  filter: InterestFilter,
  page: {
    after?: InterestPosition;
    limit: number;
    /** Their own, and of others what the criteria describe. */
    readable?: Readable;
  },
): Promise<Array<{ interest: StoredInterest; target: StoredTarget }>> {
  const query = db<InterestRow>('interest')
    .select('interest.*')
    .orderBy([
      { column: 'interest.created_at', order: 'desc' },
      { column: 'interest.id', order: 'desc' },
    ])
    .limit(page.limit);
  if (filter.target) {
    query.where(
      'interest.target_id',
      db('target').where({ ref: filter.target }).select('id'),
    );
  }
  if (filter.team) {
    query.where('interest.team', filter.team);
  }
  if (filter.author) {
    query.where('interest.author', filter.author);
  }
  if (filter.statuses) {
    const { statuses } = filter;
    query.where(either => {
      either.where(standing =>
        standing.where('interest.withdrawn', false).whereIn(
          'interest.status',
          statuses.filter(status => status !== 'withdrawn'),
        ),
      );
      if (statuses.includes('withdrawn')) {
        either.orWhere('interest.withdrawn', true);
      }
    });
  }
  const { after, readable } = page;
  if (readable) {
    query.join('target', 'target.id', 'interest.target_id');
    readableBy(query, readable);
  }
  if (after) {
    query.where(later =>
      later
        .where('interest.created_at', '<', after.createdAt)
        .orWhere(same =>
          same
            .where('interest.created_at', after.createdAt)
            .where('interest.id', '<', after.id),
        ),
    );
  }
  const rows = await query;
  const targets = await db<TargetRow>('target').whereIn('id', [
    ...new Set(rows.map(row => Number(row.target_id))),
  ]);
  const byId = new Map(targets.map(row => [Number(row.id), toTarget(row)]));
  return rows.map(row => ({
    interest: toInterest(row),
    target: byId.get(Number(row.target_id))!,
  }));
}
