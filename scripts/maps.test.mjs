import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { drawMaps } from './maps.mjs';
import { projectRoot as root } from './projectRoot.mjs';

const drawn = drawMaps();

test('the contributing guide, packages and the life of an interest have maps', () => {
  const documents = drawn.map(({ document }) => document);
  for (const document of [
    'CONTRIBUTING.md',
    'docs/life-of-an-interest.md',
    'plugins/pilot/README.md',
    'plugins/pilot-backend/README.md',
    'plugins/pilot-common/README.md',
  ]) {
    assert.ok(documents.includes(document), document);
  }
});

for (const { document, text } of drawn) {
  test(`the maps in ${document} show the code (npm run maps draws them)`, () => {
    assert.equal(readFileSync(join(root, document), 'utf8'), text);
  });
}
