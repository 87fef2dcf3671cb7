import { createCatalogModelLayer } from '@backstage/catalog-model/alpha';
import { pilotSpecSchema } from './pilotSpecSchema';
import { defaultAllowedKinds } from './vocabulary';

const implementing = defaultAllowedKinds.filter(kind => kind !== 'Pilot');

const relationFields = [
  {
    selector: { path: 'spec.owner' },
    relation: 'ownedBy',
    defaultKind: 'Group',
    defaultNamespace: 'inherit' as const,
    allowedKinds: ['Group'],
  },
  {
    selector: { path: 'spec.system' },
    relation: 'partOf',
    defaultKind: 'System',
    defaultNamespace: 'inherit' as const,
    allowedKinds: ['System'],
  },
  {
    selector: { path: 'spec.domain' },
    relation: 'partOf',
    defaultKind: 'Domain',
    defaultNamespace: 'inherit' as const,
    allowedKinds: ['Domain'],
  },
  {
    selector: { path: 'spec.implementedBy' },
    relation: 'implementedBy',
    defaultKind: 'Component',
    defaultNamespace: 'inherit' as const,
    allowedKinds: implementing,
  },
];

/**
 * The kind Pilot and its relations as a layer of the catalog's model. Adding
 * any layer switches the whole catalog to model layers, so it is registered
 * only with `pilot.catalog.modelLayer: true`.
 *
 * @alpha
 */
export const pilotCatalogModelLayer = createCatalogModelLayer({
  layerId: 'pilot-to-platform/kind-pilot',
  builder: model => {
    model.addKind({
      group: 'pilot-to-platform',
      names: { kind: 'Pilot', singular: 'pilot', plural: 'pilots' },
      description:
        "One team's novel capability, with the problem that it solves, the manual steps accepted for now, and its parts",
      versions: [
        {
          name: 'v1alpha1',
          relationFields,
          schema: {
            jsonSchema: {
              type: 'object',
              required: ['spec'],
              properties: { spec: pilotSpecSchema },
            },
          },
        },
      ],
    });
    // ownedBy and partOf exist already: their kinds are extended.
    model.updateRelationPair({
      fromKind: 'Pilot',
      toKind: 'Group',
      forward: { type: 'ownedBy' },
      reverse: { type: 'ownerOf' },
    });
    model.updateRelationPair({
      fromKind: 'Pilot',
      toKind: ['System', 'Domain'],
      forward: { type: 'partOf' },
      reverse: { type: 'hasPart' },
    });
    model.addRelationPair({
      fromKind: 'Pilot',
      toKind: implementing,
      description: 'Parts of a Pilot',
      forward: { type: 'implementedBy', title: 'implemented by' },
      reverse: { type: 'implements', title: 'implements' },
    });
    model.addRelationPair({
      fromKind: 'Group',
      toKind: [...defaultAllowedKinds],
      description: 'A team recorded an interest in a target',
      forward: { type: 'interestedIn', title: 'interested in' },
      reverse: { type: 'hasInterestFrom', title: 'has interest from' },
    });
    model.addRelationPair({
      fromKind: 'Group',
      toKind: [...defaultAllowedKinds],
      description: 'A team adopted a target that it had an interest in',
      forward: { type: 'adopts', title: 'adopts' },
      reverse: { type: 'adoptedBy', title: 'adopted by' },
    });
  },
});
