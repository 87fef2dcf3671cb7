import { Entity } from '@backstage/catalog-model';
import { matchesFilter } from './matchesFilter';

const service: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'shop',
    tags: ['java', 'web'],
    annotations: { 'example.com/tier': '1' },
  },
  spec: { type: 'service', lifecycle: 'production' },
};

describe('matchesFilter', () => {
  it.each<[string, unknown, boolean]>([
    ['no filter', undefined, true],
    ['null', null, true],
    ['an empty filter', {}, true],
    ['another case', { kind: 'component' }, true],
    ['another kind', { kind: 'resource' }, false],
    ['one of two values', { kind: ['resource', 'component'] }, true],
    ['a path', { 'spec.lifecycle': 'production' }, true],
    [
      'a path in brackets',
      { 'metadata.annotations["example.com/tier"]': '1' },
      true,
    ],
    ['one of the tags', { 'metadata.tags': 'web' }, true],
    ['none of the tags', { 'metadata.tags': 'go' }, false],
    ['all keys', { kind: 'component', 'spec.type': 'service' }, true],
    ['all keys but one', { kind: 'component', 'spec.type': 'library' }, false],
    ['something that is not there', { 'spec.system': 'shop' }, false],
    ['nothing that is not there', { 'spec.system': null }, false],
    ['the second filter', [{ kind: 'api' }, { kind: 'component' }], true],
    ['no filter of several', [{ kind: 'api' }, { kind: 'system' }], false],
    ['none of no filters', [], false],
  ])('%s', (_name, filter, expected) => {
    expect(matchesFilter(filter, service)).toBe(expected);
  });
});
