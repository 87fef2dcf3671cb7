import type { CatalogApi } from '@backstage/catalog-client';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { displayName } from '../format/displayName';
import type { Team } from './loadMyTeams';

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
