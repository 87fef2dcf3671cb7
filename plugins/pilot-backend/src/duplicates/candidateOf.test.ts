import { Entity } from '@backstage/catalog-model';
import { deepFreeze } from '../__testUtils__/deepFreeze';
import { candidateFields, candidateOf } from './candidateOf';

const nothing = {
  ...{ ref: 'pilot:default/files', name: 'files', title: null },
  ...{ text: null, capability: null },
};

it.each<[string, object, object, object]>([
  ['a name alone', {}, {}, {}],
  ['a title', { title: 'Files' }, {}, { title: 'Files' }],
  ['a namespace', { namespace: 'x' }, {}, { ref: 'pilot:x/files' }],
  ['a description', { description: 'Sends' }, {}, { text: 'Sends' }],
  ['a problem', {}, { problem: 'By hand' }, { text: 'By hand' }],
  [
    'both, as two lines',
    { description: 'Sends' },
    { problem: 'By hand' },
    { text: 'Sends\nBy hand' },
  ],
  ['empty texts', { description: ' ' }, { problem: '' }, {}],
  ['a problem that is no text', {}, { problem: ['x'] }, {}],
  ['a capability', {}, { capability: 'sharing' }, { capability: 'sharing' }],
  ['an empty capability', {}, { capability: ' ' }, {}],
  ['a capability that is no text', {}, { capability: 7 }, {}],
])('takes %s', (_name, metadata, spec, expected) => {
  const entity = {
    ...{ apiVersion: 'x/v1', kind: 'Pilot' },
    ...{ metadata: { name: 'files', ...metadata }, spec },
  } as Entity;
  expect(candidateOf(deepFreeze(entity))).toEqual({ ...nothing, ...expected });
});

it('needs no spec', () => {
  const metadata = { name: 'files', labels: { a: 'b' } };
  const entity: Entity = { apiVersion: 'x/v1', kind: 'Pilot', metadata };
  expect(candidateOf(deepFreeze(entity))).toEqual(nothing);
});

it('reads the fields that the catalog is asked for', () => {
  expect(candidateFields).toEqual([
    ...['kind', 'metadata.name', 'metadata.namespace', 'metadata.title'],
    ...['metadata.description', 'spec.problem', 'spec.capability'],
  ]);
});
