import { Knex } from 'knex';
import { giveWay } from '../../cost/giveWay';
import { readable, readablePage } from '../readable';
import { TargetRow, StoredTarget, toTarget } from '../targets/targetRows';
import { DemandFilter, whereDemand } from './demandFilter';
import {
  DemandSort,
  DemandPosition,
  valueOf,
  orderedFrom,
  orderColumns,
} from './demandOrder';

/** A page of targets that the catalog knows, in order. */
export async function listDemand(
  db: Knex,
  filter: DemandFilter,
  sort: DemandSort,
  page: { after?: DemandPosition; limit: number },
): Promise<StoredTarget[]> {
  return readablePage<TargetRow, StoredTarget>(db, 'target', {
    limit: page.limit,
    read: toTarget,
    rows: async (last, limit) => {
      const after = last
        ? { value: valueOf(last, sort), id: Number(last.id) }
        : page.after;
      return orderedFrom(db, filter, sort, after).limit(limit);
    },
  });
}

/** Few columns, many rows: an order without an index is sorted anew for each page. */
const idsAtOnce = 2500;

/** The ids of all targets of a list in order, found out before any of them is read. */
export async function listIds(
  db: Knex,
  filter: DemandFilter,
  sort: DemandSort,
): Promise<number[]> {
  const columns = ['id', ...Object.values(orderColumns)];
  const ids = new Set<number>();
  for (let after: DemandPosition | undefined; ; ) {
    await giveWay();
    const rows: TargetRow[] = await orderedFrom(db, filter, sort, after)
      .select(columns)
      .limit(idsAtOnce);
    // One that was written meanwhile may be found again.
    rows.forEach(({ id }) => ids.add(Number(id)));
    const last = rows.at(-1);
    if (!last || rows.length < idsAtOnce) {
      return [...ids];
    }
    after = { value: valueOf(last, sort), id: Number(last.id) };
  }
}

/** Counts the targets on all pages. */
export async function countDemand(
  db: Knex,
  filter: DemandFilter,
): Promise<number> {
  const query = db('target');
  whereDemand(query, filter);
  const [{ count }] = await query.count({ count: '*' });
  return Number(count);
}

/** The targets in a list whose demand was written after an instant. */
export async function changedSince(
  db: Knex,
  filter: DemandFilter,
  since: Date,
  limit: number,
): Promise<StoredTarget[]> {
  const query = db<TargetRow>('target')
    .where('changed_at', '>', since.getTime())
    .limit(limit);
  whereDemand(query, filter);
  return readable(db, 'target', (await query) as TargetRow[], toTarget);
}
