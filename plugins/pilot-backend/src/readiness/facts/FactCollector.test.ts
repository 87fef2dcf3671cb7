import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { defaultChecks } from '@pilot-to-platform/plugin-pilot-common';
import fc from 'fast-check';
import { TestMetrics } from '../../__testUtils__/TestMetrics';
import { usualPaths } from '../../kernel/config/pagePaths';
import { Measurements } from '../../kernel/announce/Measurements';
import { FactCollector } from './FactCollector';
import { builtInSources } from '../sources/builtInSources';

const now = new Date('2026-11-20T09:00:00Z');

const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<any>;
const name = fc.constantFrom('a', 'b', 'c');
const ref = fc.oneof(
  fc.constantFrom(
    'component:default/a',
    'group:default/b',
    'template:default/c',
    'a',
    'nonsense/',
    ':',
    '',
  ),
  json,
);
const url = fc.oneof(
  fc.constantFrom(
    'https://grafana.example.com',
    'http://',
    'data:text/html,<script>',
    'https://[',
    'https://x.example/create/templates/default/%E0%A4%A',
  ),
  json,
);
/** Something that is often what it should be, and sometimes anything else. */
const or = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof(
    { weight: 4, arbitrary: value as fc.Arbitrary<any> },
    { weight: 1, arbitrary: json },
  );
const listOf = (shape: Record<string, fc.Arbitrary<any>>) =>
  or(fc.array(or(fc.record(shape, { requiredKeys: [] })), { maxLength: 4 }));

const entity = fc.record({
  apiVersion: fc.constant('x/v1'),
  kind: fc.constantFrom('Pilot', 'Component', 'API', 'System', 'Resource'),
  metadata: fc.record(
    {
      name,
      namespace: or(fc.constant('default')),
      title: json,
      links: listOf({ url, title: json, type: json }),
      annotations: or(
        fc.dictionary(
          fc.constantFrom(
            'backstage.io/techdocs-ref',
            'backstage.io/techdocs-entity',
            'grafana/x',
            'constructor',
          ),
          ref,
        ),
      ),
    },
    { requiredKeys: ['name'] },
  ),
  spec: or(
    fc.record(
      {
        manualSteps: listOf({
          id: json,
          title: json,
          minutes: json,
          timesPerMonth: json,
          automatedBy: fc.oneof(ref, url),
        }),
        decisions: listOf({ title: json, rationale: json }),
        successMeasures: listOf({ title: json, current: json }),
        handOff: or(fc.record({ to: ref })),
        platformScale: json,
        definition: json,
        profile: or(fc.record({ displayName: json })),
      },
      { requiredKeys: [] },
    ),
  ),
  relations: listOf({
    type: fc.constantFrom(
      'ownedBy',
      'implementedBy',
      'hasPart',
      'partOf',
      'providesApi',
      'hasMember',
      'parentOf',
    ),
    targetRef: ref,
  }),
}) as fc.Arbitrary<any>;

/** A catalog that answers every ref with one of a few entities. */
function collectorOf(entities: readonly Entity[]) {
  const catalog = {
    getEntitiesByRefs: async ({ entityRefs }: { entityRefs: string[] }) => ({
      items: entityRefs.map(
        (_, index) => entities[index % (entities.length + 1)],
      ),
    }),
  } as unknown as CatalogService;
  const warnings: unknown[] = [];
  const logger = mockServices.logger.mock({
    warn: (...args: unknown[]) => {
      warnings.push(args);
    },
  });
  const collector = new FactCollector({
    catalog: { catalog, auth: mockServices.auth(), childTeams: true },
    checks: defaultChecks,
    sources: builtInSources({
      sites: {
        site: async site => ({
          ref: site,
          documents: [{ title: site, location: '%' }],
        }),
      },
      appBaseUrl: 'https://portal.example.com',
      pagePaths: usualPaths,
    }),
    logger,
    measurements: new Measurements(new TestMetrics().service()),
  });
  return { collector, warnings };
}

describe('collecting', () => {
  it('holds whatever the entities of a catalog look like', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(entity, { minLength: 1, maxLength: 4 }),
        async entities => {
          const { collector, warnings } = collectorOf(entities);
          const collected = await collector.collect(
            ['pilot:default/a', 'component:default/b'],
            new Map(),
            { now },
          );
          expect(warnings).toEqual([]);
          expect(collected.length).toBeGreaterThan(0);
          for (const { silent, told, statement } of collected) {
            expect(silent).toEqual([]);
            expect(typeof statement.platformScale).toBe('boolean');
            for (const answer of [...told.values()].flatMap(each => [
              ...each.values(),
            ])) {
              // Every answer says why.
              expect(answer === null || answer.note).toBeTruthy();
              expect(answer?.note ?? '.').toMatch(/\.$/);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('asks the catalog in three rounds, however many entities there are', async () => {
    const asked: number[] = [];
    const pilot = (index: number): Entity => ({
      apiVersion: 'x/v1',
      kind: 'Pilot',
      metadata: { name: `p${index}` },
      relations: [
        { type: 'ownedBy', targetRef: `group:default/g${index}` },
        { type: 'implementedBy', targetRef: `component:default/c${index}` },
      ],
    });
    const part = (index: number): Entity => ({
      apiVersion: 'x/v1',
      kind: 'Component',
      metadata: { name: `c${index}` },
      relations: [{ type: 'providesApi', targetRef: `api:default/a${index}` }],
    });
    const catalog = {
      getEntitiesByRefs: async ({ entityRefs }: { entityRefs: string[] }) => {
        asked.push(entityRefs.length);
        return {
          items: entityRefs.map(each => {
            const index = Number(/\d+$/.exec(each));
            if (each.startsWith('pilot')) return pilot(index);
            return each.startsWith('component') ? part(index) : undefined;
          }),
        };
      },
    } as unknown as CatalogService;
    const own = new FactCollector({
      catalog: { catalog, auth: mockServices.auth(), childTeams: true },
      checks: defaultChecks,
      sources: [],
      logger: mockServices.logger.mock(),
      measurements: new Measurements(new TestMetrics().service()),
    });
    const refs = [...Array(100).keys()].map(index => `pilot:default/p${index}`);
    expect(await own.collect(refs, new Map(), { now })).toHaveLength(100);
    expect(asked).toEqual([100, 200, 100]);
  });

  it.each([
    [2, [[], ['broken']], 0],
    [1, [['broken']], 1],
  ])(
    'of %i entities, %j are told in part, with %i warnings',
    async (count, expected, warned) => {
      const named = (called: string): Entity => ({
        apiVersion: 'x/v1',
        kind: 'Component',
        metadata: { name: called },
      });
      const warnings: unknown[] = [];
      const own = new FactCollector({
        catalog: {
          catalog: {
            getEntitiesByRefs: async ({ entityRefs }: any) => ({
              items: entityRefs.map(named),
            }),
          } as unknown as CatalogService,
          auth: mockServices.auth(),
          childTeams: true,
        },
        checks: [{ ...defaultChecks[0], appliesTo: {}, source: 'broken' }],
        sources: [
          {
            id: 'broken',
            collect: async (subjects, { onSilent }) => {
              onSilent?.('component:default/last', new Error('away'));
              return new Map(
                subjects.map(({ surroundings, checks }) => [
                  surroundings.ref,
                  new Map([[checks[0].id, { verdict: 'pass', note: 'Yes.' }]]),
                ]),
              );
            },
          },
        ],
        logger: mockServices.logger.mock({
          warn: message => {
            warnings.push(message);
          },
        }),
        measurements: new Measurements(new TestMetrics().service()),
      });
      const refs = ['component:default/first', 'component:default/last'];
      const collected = await own.collect(refs.slice(-count), new Map(), {
        now,
      });
      expect(collected.map(({ silent }) => silent)).toEqual(expected);
      expect(collected.map(({ told }) => told.get('broken')?.size)).toEqual(
        expected.map(() => 1),
      );
      expect(warnings).toHaveLength(warned);
    },
  );

  it('keeps what a source hands in when its time is over', async () => {
    const asking = new AbortController();
    const own = new FactCollector({
      catalog: {
        catalog: {
          getEntitiesByRefs: async ({ entityRefs }: any) => ({
            items: entityRefs.map(
              (each: string): Entity => ({
                apiVersion: 'x/v1',
                kind: 'Component',
                metadata: { name: each.split('/')[1] },
              }),
            ),
          }),
        } as unknown as CatalogService,
        auth: mockServices.auth(),
        childTeams: true,
      },
      checks: [{ ...defaultChecks[0], appliesTo: {}, source: 'slow' }],
      sources: [
        {
          id: 'slow',
          collect: async ([first, second], { signal, onSilent }) => {
            asking.abort(new Error('time is over'));
            await new Promise(resolve => setTimeout(resolve, 0));
            onSilent?.(second.surroundings.ref, signal?.reason);
            return new Map([
              [
                first.surroundings.ref,
                new Map([
                  [first.checks[0].id, { verdict: 'pass', note: 'Yes.' }],
                ]),
              ],
            ]);
          },
        },
      ],
      logger: mockServices.logger.mock(),
      measurements: new Measurements(new TestMetrics().service()),
    });
    const collected = await own.collect(
      ['component:default/first', 'component:default/second'],
      new Map(),
      { now, signal: asking.signal },
    );
    expect(collected.map(({ told, silent }) => [told.size, silent])).toEqual([
      [1, []],
      [0, ['slow']],
    ]);
  });
});
