import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import {
  ALL_RELATION_PAIRS,
  ALL_RELATIONS,
  catalogGraphApiRef,
  DefaultCatalogGraphApi,
} from '@backstage/plugin-catalog-graph';

const pilotRelationPairs: Array<[string, string]> = [
  ['implementedBy', 'implements'],
  ['interestedIn', 'hasInterestFrom'],
  ['adopts', 'adoptedBy'],
];

const catalogGraphApi = ApiBlueprint.make({
  params: define =>
    define({
      api: catalogGraphApiRef,
      deps: {},
      factory: () =>
        new DefaultCatalogGraphApi({
          knownRelations: [...ALL_RELATIONS, ...pilotRelationPairs.flat()],
          knownRelationPairs: [...ALL_RELATION_PAIRS, ...pilotRelationPairs],
          defaultRelationTypes: { exclude: [] },
        }),
    }),
});

/** The catalog graph draws only relations that it was told of. */
export const catalogGraphModule = createFrontendModule({
  pluginId: 'catalog-graph',
  extensions: [catalogGraphApi],
});
