import type { CatalogApi } from '@backstage/catalog-client';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { displayName } from '../../format/displayName';
import type { Choice } from './Choice';

const nameFields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'spec.profile.displayName',
];

/** More than this is found faster by typing. */
const mostTeams = 50;

/** Who owns entities of a kind, by name. */
export async function loadOwners(
  catalogApi: CatalogApi,
  kind: string,
): Promise<Choice[]> {
  const facet = 'relations.ownedBy';
  const { facets } = await catalogApi.getEntityFacets({
    filter: { kind },
    facets: [facet],
  });
  const entityRefs = facets[facet].map(({ value }) => value);
  if (entityRefs.length === 0) return [];
  const { items } = await catalogApi.getEntitiesByRefs({
    entityRefs,
    fields: nameFields,
  });
  return byName(items.flatMap(entity => (entity ? [entity] : [])));
}

/** Groups whose name has a text in it, by name. */
export async function loadGroups(
  catalogApi: CatalogApi,
  text: string,
): Promise<Choice[]> {
  const { items } = await catalogApi.queryEntities({
    filter: { kind: 'Group' },
    fields: nameFields,
    limit: mostTeams,
    totalItems: 'exclude',
    ...(text.trim() && {
      fullTextFilter: {
        term: text.trim(),
        fields: ['metadata.name', 'metadata.title', 'spec.profile.displayName'],
      },
    }),
  });
  return byName(items);
}

function byName(entities: readonly Entity[]): Choice[] {
  return entities
    .map(entity => ({
      id: stringifyEntityRef(entity),
      label: displayName(entity),
    }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
