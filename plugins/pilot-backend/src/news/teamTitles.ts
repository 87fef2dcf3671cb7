import { AuthService } from '@backstage/backend-plugin-api';
import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';

const nameOf = (ref: string) => parseEntityRef(ref).name;

/** Finds what people call teams: by the catalog, else the name. */
export async function teamTitles(
  { catalog, auth }: { catalog: CatalogService; auth: AuthService },
  teams: readonly string[],
): Promise<(team: string) => string> {
  const refs = [...new Set(teams)];
  if (refs.length === 0) {
    return nameOf;
  }
  const { items } = await catalog.getEntitiesByRefs(
    { entityRefs: refs, fields: ['kind', 'metadata', 'spec.profile'] },
    { credentials: await auth.getOwnServiceCredentials() },
  );
  const titles = new Map(
    refs.map((ref, index) => [ref, titleOf(items[index]) ?? nameOf(ref)]),
  );
  return team => titles.get(team) ?? nameOf(team);
}

function titleOf(group: Entity | undefined): string | undefined {
  const profile = group?.spec?.profile as { displayName?: unknown } | undefined;
  return typeof profile?.displayName === 'string'
    ? profile.displayName
    : group?.metadata.title;
}
