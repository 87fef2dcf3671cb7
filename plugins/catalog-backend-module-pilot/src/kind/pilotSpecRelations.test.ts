import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { pilotSpecRelations } from './pilotSpecRelations';

function relationsOf(spec: JsonObject, namespace?: string): string[] {
  const pilot: Entity = {
    apiVersion: 'pilot-to-platform/v1alpha1',
    kind: 'Pilot',
    metadata: { name: 'sharing', namespace },
    spec,
  };
  return pilotSpecRelations(pilot).map(
    ({ source, type, target }) =>
      `${stringifyEntityRef(source)} ${type} ${stringifyEntityRef(target)}`,
  );
}

describe('pilotSpecRelations', () => {
  it('states every relation in both directions', () => {
    expect(
      relationsOf({
        owner: 'tech',
        problem: 'x',
        system: 'data',
        domain: 'partners',
        implementedBy: ['server', 'api:recipient', 'resource:other/bucket'],
      }),
    ).toEqual([
      'pilot:default/sharing ownedBy group:default/tech',
      'group:default/tech ownerOf pilot:default/sharing',
      'pilot:default/sharing partOf system:default/data',
      'system:default/data hasPart pilot:default/sharing',
      'pilot:default/sharing partOf domain:default/partners',
      'domain:default/partners hasPart pilot:default/sharing',
      'pilot:default/sharing implementedBy component:default/server',
      'component:default/server implements pilot:default/sharing',
      'pilot:default/sharing implementedBy api:default/recipient',
      'api:default/recipient implements pilot:default/sharing',
      'pilot:default/sharing implementedBy resource:other/bucket',
      'resource:other/bucket implements pilot:default/sharing',
    ]);
  });

  it('takes the namespace of the Pilot where a ref has none', () => {
    expect(
      relationsOf({ owner: 'tech', system: 'system:default/data' }, 'emea'),
    ).toEqual([
      'pilot:emea/sharing ownedBy group:emea/tech',
      'group:emea/tech ownerOf pilot:emea/sharing',
      'pilot:emea/sharing partOf system:default/data',
      'system:default/data hasPart pilot:emea/sharing',
    ]);
  });

  it('states only what the spec says', () => {
    expect(relationsOf({ owner: 'group:default/tech' })).toHaveLength(2);
  });
});
