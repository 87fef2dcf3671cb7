import type { CatalogApi } from '@backstage/catalog-client';
import { parseEntityRef } from '@backstage/catalog-model';
import type { IdentityApi } from '@backstage/frontend-plugin-api';
import type { Policy } from '@pilot-to-platform/plugin-pilot-common';
import { displayName } from '../format/displayName';

/** A team that the reader can record for. */
export interface Team {
  readonly ref: string;
  readonly name: string;
}

/**
 * The teams that the reader can record for, by name: those that the backend
 * accepts, named as the catalog shows them. Only an older backend does not say;
 * then they are the Groups among the reader's ownership refs.
 */
export async function loadMyTeams(
  identityApi: IdentityApi,
  catalogApi: CatalogApi,
  policy: () => Promise<Policy | undefined>,
): Promise<readonly Team[]> {
  const { caller } = (await policy()) ?? {};
  const refs = caller?.teams ?? (await ownGroups(identityApi));
  if (refs.length === 0) return [];
  const { items } = await catalogApi.getEntitiesByRefs({
    entityRefs: [...refs],
    fields: [
      'kind',
      'metadata.name',
      'metadata.namespace',
      'metadata.title',
      'spec.profile.displayName',
    ],
  });
  return refs
    .flatMap((ref, index) => {
      const group = items[index];
      if (group) return [{ ref, name: displayName(group) }];
      // What the reader belongs to and cannot see is a team all the same.
      return caller ? [{ ref, name: parseEntityRef(ref).name }] : [];
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

async function ownGroups(identityApi: IdentityApi): Promise<string[]> {
  const identity = await identityApi.getBackstageIdentity();
  return identity.ownershipEntityRefs.filter(
    ref => parseEntityRef(ref).kind.toLocaleLowerCase('en-US') === 'group',
  );
}
