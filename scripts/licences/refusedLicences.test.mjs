import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusedLicences } from './refusedLicences.mjs';

const component = (name, ...licenses) => ({ name, version: '1.0.0', licenses });
const named = id => ({ license: { id } });

const rows = [
  ['one that is allowed', component('a', named('MIT')), []],
  [
    'one that is not',
    component('a', named('GPL-3.0-only')),
    ['(GPL-3.0-only)'],
  ],
  ['a choice', component('a', { expression: 'GPL-2.0-only OR MIT' }), []],
  [
    'a sum of which one is not allowed',
    component('a', named('MIT'), named('AGPL-3.0-only')),
    ['(MIT) AND (AGPL-3.0-only)'],
  ],
  [
    'words',
    component('a', { license: { name: 'SEE LICENSE IN LICENSE.md' } }),
    ['(SEE LICENSE IN LICENSE.md)'],
  ],
  ['none at all', { name: 'a', version: '1.0.0' }, ['no licence']],
  ['none, but stated in its files', { name: 'pause', version: '0.0.1' }, []],
];

for (const [name, input, refused] of rows) {
  test(`a licence: ${name}`, () => {
    assert.deepEqual(
      refusedLicences({ components: [input] }),
      refused.map(licence => `a@1.0.0: ${licence}`),
    );
  });
}

test('a package of a scope is named with it', () => {
  const bom = { components: [{ group: '@b', name: 'a', version: '2.0.0' }] };
  assert.deepEqual(refusedLicences(bom), ['@b/a@2.0.0: no licence']);
});
