import { Knex } from 'knex';
import { readable } from '../readable';
import { TargetRow, StoredTarget, toTarget } from '../targets/targetRows';
import { DemandFilter, whereLasting } from './demandFilter';
import { spansOf } from '../interests/spansOf';

/** The targets that match a filter as far as time does not change the answer. */
export async function everListed(
  db: Knex,
  filter: DemandFilter,
): Promise<StoredTarget[]> {
  const targets: StoredTarget[] = [];
  const pages = pagesById<TargetRow>(db, some =>
    selectKnown(db, some, filter).where(listed =>
      listed
        .where('kind', 'pilot')
        .orWhereExists(
          db('interest_log')
            .whereRaw('interest_log.target_id = target.id')
            .select('seq'),
        ),
    ),
  );
  for await (const rows of pages) {
    targets.push(...readable(db, 'target', rows, toTarget));
  }
  return targets;
}

/** Facts of a target that a list of any time needs. */
export type KnownTarget = Pick<
  StoredTarget,
  'id' | 'ref' | 'kind' | 'sortName' | 'owner'
>;

/**
 * The same, and what nobody ever asked for: to find that out takes longer than
 * to leave it out later. As it can be all targets, each is told in few words.
 */
export async function everKnown(
  db: Knex,
  filter: DemandFilter,
): Promise<KnownTarget[]> {
  const targets: KnownTarget[] = [];
  const pages = pagesById<
    Pick<TargetRow, 'id' | 'ref' | 'kind' | 'sort_name' | 'owner'>
  >(db, some =>
    selectKnown(db, some, filter).select(
      'id',
      'ref',
      'kind',
      'sort_name',
      'owner',
    ),
  );
  for await (const rows of pages) {
    for (const { id, ref, kind, sort_name, owner } of rows) {
      const sortName = sort_name ?? '';
      targets.push({ id: Number(id), ref, kind, owner, sortName });
    }
  }
  return targets;
}

/** Rows that are read with one statement where all of them are wanted. */
const atOnce = 1000;

function selectKnown(
  db: Knex,
  some: Knex.QueryBuilder,
  filter: DemandFilter,
): Knex.QueryBuilder {
  const query = db.from(some).whereNull('gone_at');
  whereLasting(query, filter);
  return query;
}

/** All rows of a query over some targets at a time, in the order of the ids. */
async function* pagesById<Row>(
  db: Knex,
  select: (some: Knex.QueryBuilder) => Knex.QueryBuilder,
): AsyncGenerator<Row[]> {
  for await (const { from, upTo } of spansOf(db, 'target', {
    key: 'id',
    atOnce,
  })) {
    // With a limit of its own it is read by the ids, whatever is asked of it.
    const some = db('target')
      .whereBetween('id', [from, upTo])
      .limit(atOnce)
      .as('target');
    yield await select(some as unknown as Knex.QueryBuilder).orderBy('id');
  }
}
