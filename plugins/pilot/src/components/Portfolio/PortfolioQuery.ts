import {
  demandLevels,
  demandOrders,
  phases,
  type DemandLevel,
  type DemandOrderBy,
  type ListDemandQuery,
  type Phase,
} from '@pilot-to-platform/plugin-pilot-common';

/** What the portfolio shows, as the address of the page says it. */
export interface PortfolioQuery {
  readonly q: string;
  readonly kind: string;
  readonly phase: readonly Phase[];
  readonly level: readonly DemandLevel[];
  readonly owner: readonly string[];
  readonly team?: string;
  readonly sort: DemandOrderBy;
  /** A day in the past, `YYYY-MM-DD`. */
  readonly asOf?: string;
}

/** The view without parameters. */
export const defaultPortfolioQuery: PortfolioQuery = {
  q: '',
  kind: 'Pilot',
  phase: [],
  level: [],
  owner: [],
  sort: '-score',
};

/** The phases that a Pilot ends in. The default view leaves them out. */
export const endedPhases: readonly Phase[] = ['point-solution', 'retired'];

export const demandOrderBys: readonly DemandOrderBy[] = demandOrders.flatMap(
  order => [order, `-${order}`] as const,
);

/** Only Pilots have a phase. */
export function isOfPilots({ kind }: PortfolioQuery): boolean {
  return kind === defaultPortfolioQuery.kind;
}

/** Which demand to list for a view. */
export function toListDemand(query: PortfolioQuery): ListDemandQuery {
  const ofPilots = isOfPilots(query);
  const running = phases.filter(phase => !endedPhases.includes(phase));
  return {
    kind: [query.kind],
    ...(query.q.trim() && { q: query.q.trim() }),
    ...(ofPilots && { phase: query.phase.length ? query.phase : running }),
    ...(query.level.length > 0 && { level: query.level }),
    ...(query.owner.length > 0 && { owner: query.owner }),
    ...(query.team && { team: query.team }),
    ...(query.asOf && { asOf: query.asOf }),
    orderBy: query.sort,
  };
}

/** Whether anything narrows the view, so that an empty one may be due to it. */
export function isFiltered(query: PortfolioQuery): boolean {
  const { q, phase, level, owner, team } = query;
  return Boolean(
    q.trim() || phase.length || level.length || owner.length || team,
  );
}

/** The view with the same date, kind and order, and without any filter. */
export function withoutFilters(query: PortfolioQuery): PortfolioQuery {
  const { kind, sort, asOf } = query;
  return { ...defaultPortfolioQuery, kind, sort, asOf };
}

/** The levels in the order in which people choose them, strongest first. */
export const levelChoices: readonly DemandLevel[] = [...demandLevels].reverse();
