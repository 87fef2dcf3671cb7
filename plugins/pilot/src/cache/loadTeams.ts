import type { CatalogApi } from '@backstage/catalog-client';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
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

/** The Groups that a part of a name finds; those of other types are no teams. */
export async function findTeams(
  catalogApi: CatalogApi,
  name: string,
  types: readonly string[] | undefined,
): Promise<readonly Team[]> {
  const { items } = await catalogApi.queryEntities({
    filter: { kind: 'Group', ...(types && { 'spec.type': [...types] }) },
    limit: 20,
    fields: [
      'kind',
      'metadata.name',
      'metadata.namespace',
      'metadata.title',
      'spec.profile.displayName',
    ],
    ...(name.trim() && {
      fullTextFilter: {
        term: name.trim(),
        fields: ['metadata.name', 'metadata.title', 'spec.profile.displayName'],
      },
    }),
    orderFields: { field: 'metadata.name', order: 'asc' },
  });
  return items.map(group => ({
    ref: stringifyEntityRef(group),
    name: displayName(group),
  }));
}
