import {
  compileCatalogModel,
  defaultCatalogEntityModel,
} from '@backstage/catalog-model/alpha';
import { pilotCatalogModelLayer } from '../alpha';
import { pilotApiVersion } from './pilot';

const model = compileCatalogModel([
  defaultCatalogEntityModel,
  pilotCatalogModelLayer,
]);

it('adds the kind with every field of its spec', () => {
  const kind = model.getKind({ kind: 'Pilot', apiVersion: pilotApiVersion });
  const { spec } = kind!.jsonSchema.properties as {
    spec: { required: string[]; properties: object };
  };
  expect(Object.keys(spec.properties).sort()).toEqual([
    'capability',
    'decisions',
    'domain',
    'handOff',
    'implementedBy',
    'manualSteps',
    'owner',
    'phase',
    'platformScale',
    'problem',
    'successMeasures',
    'system',
    'type',
  ]);
  expect(spec.required).toEqual(['owner', 'problem']);
});

it('describes every field of a manual step', () => {
  const kind = model.getKind({ kind: 'Pilot', apiVersion: pilotApiVersion });
  const { spec } = kind!.jsonSchema.properties as any;
  const { properties, required } = spec.properties.manualSteps.items;
  expect(
    Object.entries<{ type: string }>(properties).map(([name, { type }]) => [
      name,
      type,
    ]),
  ).toEqual([
    ['id', 'string'],
    ['title', 'string'],
    ['minutes', 'number'],
    ['timesPerMonth', 'number'],
    ['automatedBy', 'string'],
  ]);
  expect(required).toEqual(['id', 'title']);
});

it('makes relations of owner, system, domain and implementing entities', () => {
  const kind = model.getKind({ kind: 'Pilot', apiVersion: pilotApiVersion });
  expect(
    kind!.relationFields.map(({ path, relation, defaultKind }) => [
      path,
      relation,
      defaultKind,
    ]),
  ).toEqual([
    ['spec.owner', 'ownedBy', 'Group'],
    ['spec.system', 'partOf', 'System'],
    ['spec.domain', 'partOf', 'Domain'],
    ['spec.implementedBy', 'implementedBy', 'Component'],
  ]);
});

it.each([
  ['Pilot', 'ownedBy', 'ownerOf', ['Group']],
  ['Pilot', 'partOf', 'hasPart', ['System', 'Domain']],
  [
    'Pilot',
    'implementedBy',
    'implements',
    ['Component', 'API', 'Resource', 'System'],
  ],
  [
    'Group',
    'interestedIn',
    'hasInterestFrom',
    ['Pilot', 'Component', 'API', 'Resource', 'System'],
  ],
  [
    'Group',
    'adopts',
    'adoptedBy',
    ['Pilot', 'Component', 'API', 'Resource', 'System'],
  ],
])('%s %s something, which %s it', (fromKind, forward, reverse, toKinds) => {
  const pairs = model
    .getRelations({ kind: fromKind })!
    .filter(pair => pair.forward.type === forward);
  expect(new Set(pairs.map(pair => pair.reverse.type))).toEqual(
    new Set([reverse]),
  );
  expect(pairs.flatMap(pair => pair.toKind)).toEqual(
    expect.arrayContaining(toKinds),
  );
});

it('leaves the kinds of the catalog as they are', () => {
  const kinds = (...layers: Parameters<typeof compileCatalogModel>[0][]) =>
    layers.flatMap(layer =>
      compileCatalogModel(layer)
        .listKinds()
        .map(({ names }) => names.kind),
    );
  expect(kinds([defaultCatalogEntityModel, pilotCatalogModelLayer])).toEqual(
    expect.arrayContaining([...kinds([defaultCatalogEntityModel]), 'Pilot']),
  );
});
