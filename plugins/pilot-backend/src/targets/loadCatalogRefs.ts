import { AuthService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ExchangeLine } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { movedAmong } from '../kernel/store/moves/moves';
import { CatalogRefs, groupsOf } from './CatalogRefs';

/** Refs that the catalog is asked about at once. */
const batch = 500;

/** The teams of whoever belongs to these Groups directly. */
export type TeamsOf = (memberOf: readonly string[]) => Promise<string[]>;

/** Asks the catalog for everything that lines name, with the plugin's own rights. */
export async function loadCatalogRefs(
  lines: readonly ExchangeLine[],
  options: {
    readonly knex: Knex;
    readonly catalog: CatalogService;
    readonly auth: AuthService;
    readonly teamsOf: TeamsOf;
  },
): Promise<CatalogRefs> {
  const refs = new Set(lines.flatMap(namedIn));
  const moved = new Map(
    [...(await movedAmong(options.knex, [...refs]))].map(
      ([from, { into }]) => [from, into] as const,
    ),
  );
  const entities = await loadEntities(
    [...new Set([...refs, ...moved.values()])],
    options,
  );
  const teams = new Map<string, readonly string[]>();
  for (const line of lines) {
    if (line.type !== 'count' && line.team === undefined) {
      const author = entities.has(line.author)
        ? line.author
        : moved.get(line.author) ?? line.author;
      const groups = groupsOf(entities.get(author));
      teams.set(author, await options.teamsOf(groups));
    }
  }
  return new CatalogRefs(entities, teams, moved);
}

function namedIn(line: ExchangeLine): string[] {
  return [
    line.target,
    ...(line.team === undefined ? [] : [line.team]),
    ...(line.type === 'count' ? [] : [line.author]),
  ];
}

async function loadEntities(
  refs: readonly string[],
  { catalog, auth }: { catalog: CatalogService; auth: AuthService },
): Promise<Map<string, Entity>> {
  const found = new Map<string, Entity>();
  for (let i = 0; i < refs.length; i += batch) {
    const asked = refs.slice(i, i + batch);
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: asked },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for (const [index, entity] of items.entries()) {
      if (entity) {
        found.set(asked[index], entity);
      }
    }
  }
  return found;
}
