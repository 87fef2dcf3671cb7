import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { CatalogApi } from '@backstage/catalog-client';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { displayName } from '../../format/displayName';
import { useSettled } from '../../hooks/useSettled';

/** Something that a filter can be set to. */
interface Choice {
  /** Value in the address. */
  readonly id: string;
  readonly label: string;
}

const nameFields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'spec.profile.displayName',
];

/** More than this is found faster by typing. */
const mostTeams = 50;

/** Choices of a filter; empty while they load. */
export interface Choices {
  readonly choices: readonly Choice[];
  readonly isFailed: boolean;
}

const none: Choices = { choices: [], isFailed: false };

/** Loads the owners of entities of a kind. */
export function useOwnerChoices(kind: string): Choices {
  const catalogApi = useApi(catalogApiRef);
  return useLoaded(`owners ${kind}`, () => loadOwners(catalogApi, kind));
}

/** Groups by what is typed; the catalog may have thousands of them. */
export function useGroupChoices(typed: string): Choices {
  const catalogApi = useApi(catalogApiRef);
  const text = useSettled(typed, 250);
  return useLoaded(`groups ${text}`, () => loadGroups(catalogApi, text));
}

function useLoaded(key: string, load: () => Promise<Choice[]>): Choices {
  const [loaded, setLoaded] = useState(none);
  useEffect(() => {
    let isWanted = true;
    const become = (next: Choices) => isWanted && setLoaded(next);
    load().then(
      choices => become({ choices, isFailed: false }),
      () => become({ choices: [], isFailed: true }),
    );
    return () => {
      isWanted = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says it all
  }, [key]);
  return loaded;
}

/** Loads the owners of entities of a kind, by name. */
async function loadOwners(
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
async function loadGroups(
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

/** Choices with those first that are chosen and not among them. */
export function withChosen(
  choices: readonly Choice[],
  chosen: readonly string[],
  labelOf: (id: string) => string,
): Choice[] {
  const missing = chosen.filter(id => !choices.some(each => each.id === id));
  return [...missing.map(id => ({ id, label: labelOf(id) })), ...choices];
}
