import { Request } from 'express';
import { RankingQuery } from './AuthorizedRanking';
import { parseAsOf, parseRef } from '../kernel/http/parse';

/** What a list of demand is asked for, as the document describes it. */
export function parseRanking(query: Request['query'], now: Date): RankingQuery {
  const given = query as Record<string, any>;
  const lower = (values?: string[]) =>
    values?.map(value => value.toLocaleLowerCase('en-US'));
  const refs = (name: string, kind?: string) =>
    (given[name] as string[] | undefined)?.map(value =>
      parseRef(name, value, kind),
    );
  const orderBy: string = given.orderBy ?? '-score';
  return {
    filter: {
      kinds: lower(given.kind),
      namespaces: lower(given.namespace),
      types: given.type,
      owners: refs('owner'),
      systems: refs('system', 'system'),
      divisions: refs('division', 'group'),
      phases: given.phase,
      levels: given.level,
      team: given.team && parseRef('team', given.team, 'group'),
      minScore: given.minScore,
      text: given.q,
    },
    sort: {
      by: orderBy.replace('-', '') as RankingQuery['sort']['by'],
      descending: orderBy.startsWith('-'),
    },
    asOf: parseAsOf(given.asOf, now),
    weeks: given.weeks ?? false,
    total: given.total ?? false,
    cursor: given.cursor,
    limit: given.limit ?? 50,
  };
}
