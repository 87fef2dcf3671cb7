import {
  demandLevels,
  demandOrders,
  phases,
  type DemandLevel,
  type DemandOrderBy,
  type ListDemandQuery,
  type ListPilotsQuery,
  type Phase,
  type PilotOrderBy,
  type RecommendationCode,
} from '@pilot-to-platform/plugin-pilot-common';

/** View of the portfolio, as the address of the page states it. */
export interface PortfolioQuery {
  readonly q: string;
  readonly kind: string;
  readonly phase: readonly Phase[];
  readonly level: readonly DemandLevel[];
  readonly owner: readonly string[];
  readonly recommended: readonly RecommendationCode[];
  readonly team?: string;
  readonly sort: PilotOrderBy;
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
  recommended: [],
  sort: '-score',
};

/** The phases that a Pilot ends in. The default view leaves them out. */
export const endedPhases: readonly Phase[] = ['point-solution', 'retired'];

const bothWays = <O extends string>(orders: readonly O[]) =>
  orders.flatMap(order => [order, `-${order}`] as const);

const demandOrderBys: readonly DemandOrderBy[] = bothWays(demandOrders);

/** Every order there is, of Pilots that are listed as they are. */
export const portfolioOrderBys: readonly PilotOrderBy[] = [
  ...demandOrderBys,
  ...bothWays(['readiness', 'phase'] as const),
];

/** Only Pilots have a phase. */
export function isOfPilots({ kind }: Pick<PortfolioQuery, 'kind'>): boolean {
  return kind === defaultPortfolioQuery.kind;
}

/** True where a view can be sorted so: past days have no readiness. */
export function canSortBy(
  query: Pick<PortfolioQuery, 'kind' | 'asOf'>,
  sort: PilotOrderBy,
): boolean {
  if (sort.endsWith('readiness')) return isOfPilots(query) && !query.asOf;
  return isOfPilots(query) || !sort.endsWith('phase');
}

/** A view with no more in it than it can have. */
export function possible(query: PortfolioQuery): PortfolioQuery {
  const ofPilots = isOfPilots(query);
  const { phase, recommended, sort, asOf } = query;
  return {
    ...query,
    phase: ofPilots ? phase : [],
    // What was recommended on a past day is not known.
    recommended: ofPilots && !asOf ? recommended : [],
    sort: canSortBy(query, sort) ? sort : defaultPortfolioQuery.sort,
  };
}

function toList(query: PortfolioQuery) {
  return {
    ...(query.q.trim() && { q: query.q.trim() }),
    ...(query.level.length > 0 && { level: query.level }),
    ...(query.owner.length > 0 && { owner: query.owner }),
    ...(query.team && { team: query.team }),
    ...(query.asOf && { asOf: query.asOf }),
  };
}

/** Builds the query of a view of another kind than Pilots. */
export function toListDemand(query: PortfolioQuery): ListDemandQuery {
  return {
    kind: [query.kind],
    ...toList(query),
    orderBy: demandOrderBys.find(order => order === query.sort),
  };
}

/** Builds the query of a view of Pilots. */
export function toListPilots(query: PortfolioQuery): ListPilotsQuery {
  const running = phases.filter(phase => !endedPhases.includes(phase));
  return {
    phase: query.phase.length ? query.phase : running,
    ...toList(query),
    ...(query.recommended.length > 0 && { recommended: query.recommended }),
    orderBy: query.sort,
  };
}

/** True where anything narrows the view, which may explain an empty one. */
export function isFiltered(query: PortfolioQuery): boolean {
  const { q, phase, level, owner, recommended, team } = query;
  return Boolean(
    q.trim() ||
      phase.length ||
      level.length ||
      owner.length ||
      recommended.length ||
      team,
  );
}

/** The view with the same date, kind and order, and without any filter. */
export function withoutFilters(query: PortfolioQuery): PortfolioQuery {
  const { kind, sort, asOf } = query;
  return { ...defaultPortfolioQuery, kind, sort, asOf };
}

/** The levels in the order in which people choose them, strongest first. */
export const levelChoices: readonly DemandLevel[] = [...demandLevels].reverse();
