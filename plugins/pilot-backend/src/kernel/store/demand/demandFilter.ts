import {
  catalogCase,
  DemandLevel,
  Phase,
  RecommendationCode,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { whereTeam } from './whereTeam';
import { ReadableInterests } from '../interests/readableBy';

/** Filter of targets; what is absent does not narrow. */
export interface DemandFilter {
  readonly kinds?: readonly string[];
  readonly namespaces?: readonly string[];
  readonly types?: readonly string[];
  readonly owners?: readonly string[];
  readonly systems?: readonly string[];
  readonly divisions?: readonly string[];
  readonly phases?: readonly Phase[];
  readonly levels?: readonly DemandLevel[];
  /** With counted interest of this team, as far as somebody may read it. */
  readonly team?: string;
  readonly readable?: ReadableInterests;
  readonly minScore?: number;
  /** Part of a title or name, in any case. */
  readonly text?: string;
  readonly recommended?: readonly RecommendationCode[];
  /** With a proposal that waits for its decision, or without. */
  readonly proposed?: boolean;
  /** With somebody's answer to a check that lapses within this time. */
  readonly expiring?: { readonly after: Date; readonly until: Date };
}

/** Narrows a query over `target` to what a filter describes. */
export function whereDemand(
  query: Knex.QueryBuilder,
  filter: DemandFilter,
): void {
  // What nobody asked for is in the list only where it is a Pilot.
  query
    .whereNull('gone_at')
    .whereNull('merged_into')
    .where(listed =>
      listed
        .where('kind', 'pilot')
        .orWhere('interests', '>', 0)
        .orWhere('internal', '>', 0),
    );
  whereLasting(query, filter);
  whereAnyOf(query, {
    owner: filter.owners,
    phase: filter.phases,
    level: filter.levels,
    recommended: filter.recommended,
  });
  if (filter.minScore !== undefined) {
    query.where('score', '>=', filter.minScore);
  }
  whereNext(query, filter);
  if (filter.team) {
    whereTeam(query, { team: filter.team, readable: filter.readable });
  }
}

/** The conditions about what comes next for a Pilot. */
function whereNext(
  query: Knex.QueryBuilder,
  { proposed, expiring }: DemandFilter,
): void {
  if (proposed !== undefined) {
    query[proposed ? 'whereExists' : 'whereNotExists'](open =>
      open
        .from('proposal')
        .whereRaw('proposal.open_for = target.id')
        .select('proposal.id'),
    );
  }
  if (expiring) {
    const lapsing = (table: string) => (of: Knex.QueryBuilder) =>
      of
        .from(table)
        .whereRaw('??.target_id = target.id', [table])
        .whereNotNull(`${table}.standing`)
        .where(`${table}.expires_at`, '>', expiring.after.getTime())
        .where(`${table}.expires_at`, '<=', expiring.until.getTime())
        .select(`${table}.id`);
    query.where(either =>
      either
        .whereExists(lapsing('attestation'))
        .orWhereExists(lapsing('waiver')),
    );
  }
}

/** The conditions about what a target is, whose past is not kept. */
export function whereLasting(
  query: Knex.QueryBuilder,
  filter: DemandFilter,
): void {
  whereAnyOf(query, {
    kind: filter.kinds,
    namespace: filter.namespaces,
    system: filter.systems,
    division: filter.divisions,
  });
  if (filter.types) {
    const types = spellings(filter.types);
    const marks = types.map(() => '?').join(', ') || 'null';
    query.whereRaw(`lower(type) in (${marks})`, types);
  }
  if (filter.text) {
    const pattern = `%${filter.text
      .toLocaleLowerCase('en-US')
      .replace(/[\\%_]/g, match => `\\${match}`)}%`;
    query.where(either =>
      either
        .whereRaw(`sort_name like ? escape '\\'`, [pattern])
        .orWhereRaw(`ref like ? escape '\\'`, [pattern]),
    );
  }
}

/**
 * Returns all that `lower` of a database makes of types that the catalog takes
 * for these: some databases lower the letters from a to z alone.
 */
function spellings(types: readonly string[]): string[] {
  const all = types.flatMap(type => {
    const lower = catalogCase(type);
    const upper = type.toLocaleUpperCase('en-US');
    return [type, lower, upper, upper.slice(0, 1) + lower.slice(1)];
  });
  const ascii = (text: string) => text.replace(/[A-Z]+/g, catalogCase);
  return [...new Set([...all.map(ascii), ...all.map(catalogCase)])];
}

function whereAnyOf(
  query: Knex.QueryBuilder,
  columns: Record<string, readonly string[] | undefined>,
): void {
  for (const [column, values] of Object.entries(columns)) {
    if (values) {
      query.whereIn(column, [...values]);
    }
  }
}
