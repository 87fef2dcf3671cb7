import { entityRefSchema } from '@pilot-to-platform/plugin-pilot-common';
import { Request } from 'express';
import { RankingQuery } from '../service/AuthorizedRanking';
import { parseAsOf, parseWith } from './parse';

/** What a list of demand is asked for, as the document describes it. */
export function parseRanking(query: Request['query']): RankingQuery {
  const given = query as Record<string, any>;
  const lower = (values?: string[]) =>
    values?.map(value => value.toLocaleLowerCase('en-US'));
  const refs = (kind?: string) => (values?: string[]) =>
    values?.map(value => parseWith(entityRefSchema({ kind }), value));
  const orderBy: string = given.orderBy ?? '-score';
  return {
    filter: {
      kinds: lower(given.kind),
      namespaces: lower(given.namespace),
      types: given.type,
      owners: refs()(given.owner),
      systems: refs('system')(given.system),
      divisions: refs('group')(given.division),
      phases: given.phase,
      levels: given.level,
      team: given.team && refs('group')([given.team])![0],
      minScore: given.minScore,
      text: given.q,
    },
    sort: {
      by: orderBy.replace('-', '') as RankingQuery['sort']['by'],
      descending: orderBy.startsWith('-'),
    },
    asOf: parseAsOf(given.asOf),
    weeks: given.weeks ?? false,
    total: given.total ?? false,
    cursor: given.cursor,
    limit: given.limit ?? 50,
  };
}
