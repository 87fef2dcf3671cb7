import type { CatalogApi } from '@backstage/catalog-client';
import { parseEntityRef } from '@backstage/catalog-model';
import type { IdentityApi } from '@backstage/frontend-plugin-api';
import { displayName } from '../format/displayName';

/** A team that the reader can record for. */
export interface Team {
  readonly ref: string;
  readonly name: string;
}

/**
 * The Groups among the reader's ownership refs that the catalog shows them,
 * by name. A Group that is gone, or of a type that the portal does not count as
 * a team, is left out: nothing can be recorded for it.
 */
export async function loadMyTeams(
  identityApi: IdentityApi,
  catalogApi: CatalogApi,
  teamTypes: () => Promise<readonly string[] | undefined>,
): Promise<readonly Team[]> {
  const identity = await identityApi.getBackstageIdentity();
  const refs = identity.ownershipEntityRefs.filter(
    ref => parseEntityRef(ref).kind.toLocaleLowerCase('en-US') === 'group',
  );
  if (refs.length === 0) return [];
  const types = await teamTypes();
  const { items } = await catalogApi.getEntitiesByRefs({
    entityRefs: refs,
    fields: [
      'kind',
      'metadata.name',
      'metadata.namespace',
      'metadata.title',
      'spec.profile.displayName',
      'spec.type',
    ],
  });
  return items
    .flatMap((group, index) =>
      group && (!types || types.includes(String(group.spec?.type)))
        ? [{ ref: refs[index], name: displayName(group) }]
        : [],
    )
    .sort((a, b) => a.name.localeCompare(b.name));
}
