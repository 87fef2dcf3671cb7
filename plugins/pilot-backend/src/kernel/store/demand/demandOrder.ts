import { Phase, phases } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { byCodeUnits } from '../dialect';
import { TargetRow, StoredTarget } from '../targets/targetRows';
import { DemandFilter, whereDemand } from './demandFilter';

export const orderColumns = {
  score: 'score',
  teams: 'teams',
  asks: 'interests',
  newestAsk: 'newest_at',
  growth: 'growth',
  name: 'sort_name',
  readiness: 'readiness',
  phase: 'phase',
} as const;

/** Order of a list: its column, and whether from high to low. */
export interface DemandSort {
  readonly by: keyof typeof orderColumns;
  readonly descending: boolean;
}

/** The place of a row in a list. */
export interface DemandPosition {
  readonly value: number | string;
  readonly id: number;
}

/** Returns the place of a target in a list that is sorted so. */
export function positionOf(
  target: Pick<
    StoredTarget,
    'id' | 'score' | 'sums' | 'growth' | 'sortName' | 'phase'
  > & { readonly readiness?: number | null },
  { by }: DemandSort,
): DemandPosition {
  const values = {
    score: target.score,
    teams: target.sums.teams,
    asks: target.sums.interests,
    newestAsk: target.sums.newestAt?.getTime() ?? 0,
    growth: target.growth,
    name: target.sortName,
    readiness: target.readiness ?? -1,
    phase: target.phase ? phases.indexOf(target.phase) : -1,
  };
  return { value: values[by], id: target.id };
}

export function orderedFrom(
  db: Knex,
  filter: DemandFilter,
  sort: DemandSort,
  after: DemandPosition | undefined,
): Knex.QueryBuilder {
  const value = orderValue(db, sort);
  const direction = sort.descending ? 'desc' : 'asc';
  const query = db('target');
  whereDemand(query, filter);
  query.orderByRaw(`? ${direction}, id ${direction}`, [value]);
  if (after) {
    query.whereRaw(`(?, id) ${sort.descending ? '<' : '>'} (?, ?)`, [
      value,
      after.value,
      after.id,
    ]);
  }
  return query;
}

/** Value that orders a row, also one that cannot be read as a target. */
export function valueOf(row: TargetRow, { by }: DemandSort): number | string {
  switch (by) {
    case 'name':
      return row.sort_name ?? '';
    case 'newestAsk':
      return Number(row.newest_at ?? 0);
    case 'readiness':
      return row.readiness ?? -1;
    case 'phase':
      return phases.indexOf(row.phase as Phase);
    default:
      return row[orderColumns[by]] as number;
  }
}

function orderValue(db: Knex, { by }: DemandSort): Knex.Raw {
  if (by === 'name') {
    return byCodeUnits(db, 'sort_name');
  }
  switch (by) {
    case 'newestAsk':
      return db.raw('coalesce(newest_at, 0)');
    case 'readiness':
      return db.raw('coalesce(readiness, -1)');
    case 'phase':
      return byPhase(db);
    default:
      return db.raw('??', [orderColumns[by]]);
  }
}

/** The phases in their order, which is not that of their names. */
function byPhase(db: Knex): Knex.Raw {
  const cases = phases.map((_, index) => `when ? then ${index}`).join(' ');
  return db.raw(`(case phase ${cases} else -1 end)`, [...phases]);
}
