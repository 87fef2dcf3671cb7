import { Entity } from '@backstage/catalog-model';
import { nobodyAdopted, Surroundings } from '../facts/Surroundings';
import { usualPaths } from '../../kernel/config/pagePaths';
import { builtInSources } from './builtInSources';
import { definitionAnswer } from './techdocs';

const api = (definition: unknown, annotations = {}): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'API',
  metadata: { name: 'orders', annotations },
  spec: { type: 'openapi', definition } as Entity['spec'],
});
const around = (entity: Entity): Surroundings => ({
  ref: 'api:default/orders',
  entity,
  parts: [],
  named: { parts: [], apis: [] },
  apis: [],
  find: () => undefined,
  adoption: nobodyAdopted,
});

describe('a definition', () => {
  it.each([
    ['OpenAPI', 'openapi: "3.0.0"\ninfo: { title: Orders }'],
    ['JSON', '{"openapi":"3.1.0","info":{"title":"Orders"}}'],
    ['GraphQL', 'type Query { orders: [Order!]! }'],
    ['WSDL', '<?xml version="1.0"?><definitions/>'],
    ['a text of one line', 'syntax = "proto3";'],
    ['of things to do', '# TODO: version it\ntype Query { todo: String }'],
  ])('is a reference: %s', (_name, definition) => {
    expect(definitionAnswer(around(api(definition)))?.verdict).toBe('pass');
  });

  it.each([
    ['missing', undefined],
    ['empty', ' \n'],
    ['a placeholder that is not resolved', '$text: ./openapi.yaml\n'],
    ['one that is an object', { $text: './openapi.yaml' }],
    ['to come', 'TODO'],
    ['to come, in a sentence', 'Coming soon.'],
    ['to come, in a comment', '# TODO: write the specification'],
    ['not written', 'To be written'],
    ['not there', 'not yet available'],
    ['an empty object', '{}'],
    ['of a template', '${{ values.definition }}'],
  ])('is none: %s', (_name, definition) => {
    expect(definitionAnswer(around(api(definition)))).toBeUndefined();
  });
});

it('an API with a definition is answered while TechDocs are away', async () => {
  const source = builtInSources({
    sites: { site: async () => Promise.reject(new Error('away')) },
    pagePaths: usualPaths,
  }).find(({ id }) => id === 'techdocs')!;
  const silent = new Map<string, unknown>();
  const told = await source.collect(
    [
      {
        surroundings: around(
          api('openapi: 3.1.0', { 'backstage.io/techdocs-ref': 'dir:.' }),
        ),
        checks: ['docs.api-reference', 'docs.examples'].map(
          id => ({ id, source: 'techdocs' } as any),
        ),
      },
    ],
    {
      now: new Date('2026-03-01T00:00:00Z'),
      onSilent: (ref, error) => silent.set(ref, error),
    },
  );
  expect([...told.get('api:default/orders')!]).toEqual([
    [
      'docs.api-reference',
      {
        ...{ verdict: 'pass', note: 'It is an API with a definition.' },
        refs: [],
      },
    ],
  ]);
  expect(silent).toEqual(new Map([['api:default/orders', new Error('away')]]));
});

it('what is read when the time is over is answered, and the rest is not', async () => {
  const asking = new AbortController();
  const asked: string[] = [];
  const source = builtInSources({
    sites: {
      site: async (ref, signal) => {
        asked.push(ref);
        expect(signal).toBe(asking.signal);
        // The ninth is in the second round.
        if (asked.length === 8) {
          asking.abort(new Error('time is over'));
        }
        return { ref, documents: [{ title: 'Examples', location: 'e/' }] };
      },
    },
    appBaseUrl: 'https://portal.example.com/',
    pagePaths: { ...usualPaths, docs: '/read/:kind/:namespace/:name' },
  }).find(({ id }) => id === 'techdocs')!;
  const silent: string[] = [];
  const refs = [...Array(20).keys()].map(index => `api:default/a${index}`);
  const told = await source.collect(
    refs.map(ref => ({
      surroundings: {
        ...around(api('TODO', { 'backstage.io/techdocs-ref': 'dir:.' })),
        ref,
      },
      checks: [{ id: 'docs.examples', source: 'techdocs' } as any],
    })),
    {
      now: new Date('2026-03-01T00:00:00Z'),
      signal: asking.signal,
      onSilent: (ref, error) => silent.push(`${ref}: ${error}`),
    },
  );
  expect(asked).toEqual(refs.slice(0, 8));
  expect(
    [...told].flatMap(([ref, answers]) =>
      answers.get('docs.examples')?.verdict === 'pass' ? [ref] : [],
    ),
  ).toEqual(refs.slice(0, 8));
  // Where this portal has its documents.
  expect(told.get('api:default/a0')!.get('docs.examples')).toMatchObject({
    evidence: 'https://portal.example.com/read/api/default/a0/e/',
  });
  expect(silent).toEqual(
    refs.slice(8).map(ref => `${ref}: Error: time is over`),
  );
});
