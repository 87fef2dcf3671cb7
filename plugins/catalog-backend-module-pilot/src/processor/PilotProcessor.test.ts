import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';
import {
  CatalogProcessorCache,
  CatalogProcessorResult,
} from '@backstage/plugin-catalog-node';
import { JsonValue } from '@backstage/types';
import {
  PilotValidator,
  ProjectionRow,
} from '@pilot-to-platform/plugin-pilot-common';
import { ShownInterest } from '../config';
import { Projection } from '../projection/Projection';
import { PilotProcessor } from './PilotProcessor';

const team = 'group:default/payments';
const api: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'API',
  metadata: { name: 'Orders' },
  spec: { type: 'openapi' },
};
const pilot: Entity = {
  apiVersion: 'pilot-to-platform/v1alpha1',
  kind: 'Pilot',
  metadata: { name: 'sharing', labels: { tier: '1' } },
  spec: { owner: 'tech', problem: 'x', phase: 'pilot' },
};

function rowOf(
  entity: Entity,
  row: Partial<ProjectionRow> = {},
): ProjectionRow {
  return {
    target: stringifyEntityRef(entity),
    seq: 5,
    teams: [team],
    adopters: [],
    ...row,
  };
}

function loadedWith(...rows: ProjectionRow[]): Projection {
  const projection = new Projection();
  projection.replace('one', 9, rows);
  return projection;
}

async function run(
  entity: Entity,
  options: {
    projection?: Projection;
    kept?: JsonValue;
    shows?: ShownInterest;
    relationsFilter?: FilterPredicate;
    reverseLimit?: number;
    allowedKinds?: string[];
  } = {},
) {
  const processor = new PilotProcessor({
    validator: new PilotValidator({ implementedByKinds: ['Component'] }),
    projection: options.projection ?? new Projection(),
    allowedKinds: options.allowedKinds ?? ['Pilot', 'API'],
    shows: options.shows,
    relationsFilter: options.relationsFilter,
    reverseLimit: options.reverseLimit ?? 500,
  });
  const emitted: CatalogProcessorResult[] = [];
  const written: JsonValue[] = [];
  const cache: CatalogProcessorCache = {
    get: async <T extends JsonValue>(key: string) =>
      (key === 'row' ? options.kept : undefined) as T | undefined,
    set: async (_key, value) => void written.push(value),
  };
  const result = await processor.postProcessEntity(
    entity,
    { type: 'url', target: 'https://example.com/catalog-info.yaml' },
    item => emitted.push(item),
    cache,
  );
  const relations = emitted.flatMap(item =>
    item.type === 'relation'
      ? [
          `${stringifyEntityRef(item.relation.source)} ${
            item.relation.type
          } ${stringifyEntityRef(item.relation.target)}`,
        ]
      : [],
  );
  const keys = emitted.flatMap(item =>
    item.type === 'refresh' ? [item.key] : [],
  );
  return { result, relations, keys, written, emitted };
}

const interest = [
  'group:default/payments interestedIn api:default/orders',
  'api:default/orders hasInterestFrom group:default/payments',
];

describe('PilotProcessor', () => {
  describe('of interest in a Pilot', () => {
    const asked = (phase: ProjectionRow['phase']) =>
      loadedWith({ ...rowOf(pilot), phase, level: 'strong' });
    it.each<
      [ShownInterest, FilterPredicate | undefined, string, string, boolean]
    >([
      ['all', undefined, 'demand', 'demand', true],
      ['off', undefined, 'demand', 'pilot', false],
      ['off', undefined, 'build-out', 'build-out', false],
      ['targets', { kind: 'Pilot' }, 'demand', 'demand', true],
      ['targets', { kind: 'API' }, 'demand', 'pilot', false],
    ])(
      'shows %s with %j',
      async (shows, relationsFilter, is, phase, isTold) => {
        const done = await run(pilot, {
          ...{ shows, relationsFilter },
          projection: asked(is as ProjectionRow['phase']),
        });
        expect(done.result.spec?.phase).toBe(phase);
        // Nothing of it tells who is interested, nor how many are.
        const told = JSON.stringify([done.result, done.relations]);
        const words = /interestedIn|hasInterestFrom|payments|strong/;
        expect(words.test(told)).toBe(isTold);
      },
    );
  });

  it('claims good Pilots, refuses bad ones and leaves others alone', async () => {
    const processor = new PilotProcessor({
      validator: new PilotValidator({ implementedByKinds: ['Component'] }),
      projection: new Projection(),
      allowedKinds: [],
      reverseLimit: 500,
    });
    await expect(processor.validateEntityKind(pilot)).resolves.toBe(true);
    await expect(processor.validateEntityKind(api)).resolves.toBe(false);
    await expect(
      processor.validateEntityKind({ ...pilot, spec: { problem: 'x' } }),
    ).rejects.toThrow('spec.owner');
  });

  describe('an entity of an allowed kind', () => {
    it('that nobody asked for gets its refresh key and nothing else', async () => {
      const done = await run(api, { projection: loadedWith() });
      expect(done.emitted).toEqual([
        { type: 'refresh', key: 'pilot:api:default/orders' },
      ]);
      expect(done.written).toEqual([]);
      expect(done.result).toBe(api);
    });

    it('gets the relations of its row, and keeps the row', async () => {
      const done = await run(api, { projection: loadedWith(rowOf(api)) });
      expect(done.relations).toEqual(interest);
      expect(done.keys).toEqual(['pilot:api:default/orders']);
      expect(done.written).toEqual([
        {
          epoch: 'one',
          row: {
            target: 'api:default/orders',
            seq: 5,
            teams: [team],
            adopters: [],
          },
        },
      ]);
      expect(done.result).toBe(api);
    });

    it('loses them with the withdrawal', async () => {
      const [kept] = (await run(api, { projection: loadedWith(rowOf(api)) }))
        .written;
      const projection = loadedWith(rowOf(api, { seq: 6, teams: [] }));
      const done = await run(api, { projection, kept });
      expect(done.relations).toEqual([]);
      expect(done.written).toHaveLength(1);
    });

    it('is found whatever the case of its kind in the configuration', async () => {
      const projection = loadedWith(rowOf(api));
      const done = await run(api, { projection, allowedKinds: ['api'] });
      expect(done.relations).toEqual(interest);
    });

    it('has its side capped', async () => {
      const teams = ['a', 'b', 'c'].map(name => `group:default/${name}`);
      const projection = loadedWith(rowOf(api, { teams }));
      const done = await run(api, { projection, reverseLimit: 1 });
      expect(done.relations).toHaveLength(4);
    });
  });

  describe('while nothing was ever loaded', () => {
    it('an outage deletes no relation: the kept row stands in', async () => {
      const before = await run(api, { projection: loadedWith(rowOf(api)) });
      const during = await run(api, { kept: before.written[0] });
      expect(during.relations).toEqual(interest);
      expect(during.keys).toEqual(['pilot:api:default/orders']);
      expect(during.written).toEqual(before.written);
    });

    it('a Pilot keeps its phase and level', async () => {
      const row = rowOf(pilot, { phase: 'build-out', level: 'strong' });
      const before = await run(pilot, { projection: loadedWith(row) });
      const during = await run(pilot, { kept: before.written[0] });
      expect(during.result).toEqual(before.result);
      expect(during.result.spec?.phase).toBe('build-out');
    });

    it.each<[string, JsonValue | undefined]>([
      ['nothing', undefined],
      ['something unreadable', { version: 0, row: [] }],
    ])('shows nothing with %s kept, and does not fail', async (_name, kept) => {
      const done = await run(api, { kept });
      expect(done.relations).toEqual([]);
      expect(done.keys).toEqual(['pilot:api:default/orders']);
      expect(done.written).toEqual([]);
    });
  });

  describe('a Pilot', () => {
    it('gets phase and level of its row, and what its spec says', async () => {
      const row = rowOf(pilot, { phase: 'demand', level: 'emerging' });
      const done = await run(pilot, { projection: loadedWith(row) });
      expect(done.result).toEqual({
        ...pilot,
        metadata: {
          name: 'sharing',
          labels: { tier: '1', 'pilot-to-platform/demand-level': 'emerging' },
        },
        spec: { owner: 'tech', problem: 'x', phase: 'demand' },
      });
      expect(done.relations).toEqual([
        'pilot:default/sharing ownedBy group:default/tech',
        'group:default/tech ownerOf pilot:default/sharing',
        'group:default/payments interestedIn pilot:default/sharing',
        'pilot:default/sharing hasInterestFrom group:default/payments',
      ]);
      expect(pilot.spec?.phase).toBe('pilot');
    });

    it('keeps its declared phase while there is no row', async () => {
      const done = await run(pilot, { projection: loadedWith() });
      expect(done.result).toEqual(pilot);
    });

    it('keeps in an annotation the phase that it declares and that does not hold', async () => {
      const saying = (phase: string, annotations?: Record<string, string>) => ({
        ...pilot,
        metadata: { ...pilot.metadata, ...(annotations && { annotations }) },
        spec: { ...pilot.spec, phase },
      });
      const key = 'pilot-to-platform/declared-phase';
      const projection = loadedWith(rowOf(pilot, { phase: 'demand' }));
      const annotated = async (entity: Entity) =>
        (await run(entity, { projection })).result.metadata.annotations;
      expect(await annotated(saying('platform', { team: 'a' }))).toEqual({
        team: 'a',
        [key]: 'platform',
      });
      expect(await annotated(saying('pilot'))).toBeUndefined();
      expect(await annotated(saying('pilot', { [key]: 'platform' }))).toEqual(
        {},
      );
      const same = loadedWith(rowOf(pilot, { phase: 'platform' }));
      const { result } = await run(saying('platform'), { projection: same });
      expect(result.metadata.annotations).toBeUndefined();
    });

    it('does not keep a level that somebody wrote by hand', async () => {
      const proud = {
        ...pilot,
        metadata: {
          name: 'sharing',
          labels: { 'pilot-to-platform/demand-level': 'proven' },
        },
      };
      const done = await run(proud, { projection: loadedWith() });
      expect(done.result.metadata.labels).toEqual({});
    });

    it('has the relations of its spec where Pilots are no targets', async () => {
      const done = await run(pilot, {
        projection: loadedWith(rowOf(pilot)),
        allowedKinds: ['API'],
      });
      expect(done.relations).toHaveLength(2);
      expect(done.keys).toEqual([]);
      expect(done.result).toBe(pilot);
    });
  });

  it.each(['Group', 'User', 'Location', 'Domain'])(
    'leaves a %s as it is',
    async kind => {
      const entity = { ...api, kind };
      const projection = loadedWith(rowOf(entity));
      const done = await run(entity, { projection });
      expect(done.result).toBe(entity);
      expect(done.emitted).toEqual([]);
      expect(done.written).toEqual([]);
    },
  );

  describe('with a filter', () => {
    it.each<[string, FilterPredicate, string[]]>([
      ['that the target matches', { 'spec.type': 'openapi' }, interest],
      ['that it does not match', { $not: { kind: 'API' } }, []],
    ])('%s', async (_name, relationsFilter, expected) => {
      const projection = loadedWith(rowOf(api));
      const done = await run(api, { projection, relationsFilter });
      expect(done.relations).toEqual(expected);
      expect(done.keys).toEqual(['pilot:api:default/orders']);
    });

    it('that asks for the phase that holds', async () => {
      const row = rowOf(pilot, { phase: 'platform' });
      const done = await run(pilot, {
        projection: loadedWith(row),
        relationsFilter: { 'spec.phase': 'platform' },
      });
      expect(done.relations).toContain(
        'group:default/payments interestedIn pilot:default/sharing',
      );
    });

    it('leaves phase, level and the relations of the spec', async () => {
      const row = rowOf(pilot, { phase: 'demand', level: 'faint' });
      const done = await run(pilot, {
        projection: loadedWith(row),
        relationsFilter: { kind: 'API' },
      });
      expect(done.relations).toHaveLength(2);
      expect(done.result.spec?.phase).toBe('demand');
    });
  });
});
