import {
  demandLevels,
  entityRefSchema,
  isAmong,
  phases,
  recommendations,
} from '@pilot-to-platform/plugin-pilot-common';
import {
  defaultPortfolioQuery,
  isOfPilots,
  portfolioOrderBys,
  possible,
  type PortfolioQuery,
} from './PortfolioQuery';

/** A view read from an address, and what in it means nothing. */
export interface ReadParams {
  readonly query: PortfolioQuery;
  /** Such as `phase=someday`, or only the name where that is unknown. */
  readonly leftOut: readonly string[];
}

const names = [
  'q',
  'kind',
  'phase',
  'level',
  'owner',
  'recommended',
  'team',
  'sort',
  'asOf',
];

/** @param known - `kinds`: none while they are on their way, then any will do */
export function readParams(
  params: URLSearchParams,
  known: { kinds?: readonly string[]; today: string },
): ReadParams {
  const leftOut: string[] = [...new Set(params.keys())].filter(
    name => !names.includes(name),
  );
  const read = <T>(name: string, parse: (value: string) => T | undefined) =>
    (params.get(name) ?? '').split(',').flatMap(value => {
      if (!value.trim()) return [];
      const parsed = parse(value.trim());
      if (parsed === undefined) leftOut.push(`${name}=${value}`);
      return parsed === undefined ? [] : [parsed];
    });
  const oneOf =
    <T extends string>(choices: readonly T[]) =>
    (value: string) =>
      choices.find(choice => isAmong(value, [choice]));

  const kinds = read('kind', known.kinds ? oneOf(known.kinds) : value => value);
  const query: PortfolioQuery = {
    q: params.get('q') ?? '',
    kind: kinds[0] ?? defaultPortfolioQuery.kind,
    phase: read('phase', oneOf(phases)),
    level: read('level', oneOf(demandLevels)),
    owner: read('owner', parseOwner),
    recommended: read('recommended', oneOf(recommendations)),
    team: read('team', parseOwner)[0],
    sort:
      read('sort', oneOf(portfolioOrderBys))[0] ?? defaultPortfolioQuery.sort,
    asOf: read('asOf', value => parsePast(value, known.today))[0],
  };
  // What is known only of Pilots, or only of now, means nothing elsewhere.
  const shown = possible(query);
  if (query.phase.length > shown.phase.length) leftOut.push('phase');
  if (query.recommended.length > shown.recommended.length) {
    leftOut.push('recommended');
  }
  if (query.sort !== shown.sort) leftOut.push(`sort=${query.sort}`);
  return { query: shown, leftOut };
}

/** The address of a view; the default view has no parameters. */
export function writeParams(query: PortfolioQuery): URLSearchParams {
  const values: Record<string, string> = {
    q: query.q,
    kind: query.kind === defaultPortfolioQuery.kind ? '' : query.kind,
    phase: isOfPilots(query) ? query.phase.join(',') : '',
    level: query.level.join(','),
    owner: query.owner.map(inList).join(','),
    recommended: isOfPilots(query) ? query.recommended.join(',') : '',
    team: query.team ? inList(query.team) : '',
    sort: query.sort === defaultPortfolioQuery.sort ? '' : query.sort,
    asOf: query.asOf ?? '',
  };
  return new URLSearchParams(
    Object.entries(values).filter(([, value]) => value !== ''),
  );
}

/** A ref among others that commas part: names may have one. */
function inList(ref: string): string {
  return ref.replace(/[%,]/g, encodeURIComponent);
}

function parseOwner(value: string): string | undefined {
  const ref = entityRefSchema({ defaultKind: 'group' }).safeParse(
    value.replace(/%2c/gi, ',').replace(/%25/g, '%'),
  );
  return ref.data;
}

function parsePast(value: string, today: string): string | undefined {
  const isDay =
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value);
  return isDay && value < today ? value : undefined;
}
