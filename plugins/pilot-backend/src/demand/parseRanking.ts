import {
  listDemandQuerySchema,
  listPilotsQuerySchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { z } from 'zod';
import { RankingQuery } from './RankingQuery';
import { parseAsOf } from '../kernel/http/parse';
import { parseQuery } from '../kernel/http/parseQuery';

/** A query of demand or of Pilots, of which the first has a kind and the others more conditions. */
type RankedQuery = Pick<z.output<typeof listDemandQuerySchema>, 'kind'> &
  Omit<z.output<typeof listPilotsQuerySchema>, 'expiring'>;

/** Parses what a list of demand is asked for. */
export function parseRanking(query: object, now: Date): RankingQuery {
  return toRanking(parseQuery(listDemandQuerySchema, query), now);
}

/** Tells filter, order and page apart; what is not named here is a condition. */
export function toRanking(query: RankedQuery, now: Date): RankingQuery {
  const { orderBy, asOf, weeks, total, cursor, limit, ...conditions } = query;
  const {
    kind: kinds,
    namespace: namespaces,
    type: types,
    owner: owners,
    system: systems,
    division: divisions,
    phase: phases,
    level: levels,
    q: text,
    ...others
  } = conditions;
  return {
    filter: {
      kinds,
      namespaces,
      types,
      owners,
      systems,
      divisions,
      phases,
      levels,
      ...others,
      text,
    },
    sort: {
      by: orderBy.replace('-', '') as RankingQuery['sort']['by'],
      descending: orderBy.startsWith('-'),
    },
    asOf: parseAsOf(asOf, now),
    weeks: weeks ?? false,
    total: total ?? false,
    cursor,
    limit,
  };
}
