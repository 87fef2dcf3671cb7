import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../projectRoot.mjs';
import { chooseTestFiles } from './chooseTestFiles.mjs';

const interest = 'plugins/pilot-backend/src/interest';
const choose = (...paths) => chooseTestFiles(projectRoot, paths);

test('the table of a decider is quick, a portal is not, whatever helper starts it', () => {
  const { quick, thorough } = choose(interest);
  assert.ok(quick.includes(`${interest}/decideRecord.test.ts`));
  assert.ok(thorough.includes(`${interest}/recording.test.ts`));
  const pilots = choose('pilots/transitions', 'pilots/adoption.test');
  assert.deepEqual(pilots, {
    quick: ['plugins/pilot-backend/src/pilots/transitions.test.ts'],
    thorough: ['plugins/pilot-backend/src/pilots/adoption.test.ts'],
  });
});

test('each file is in one of the two, and no other', () => {
  const { quick, thorough } = choose(interest);
  const all = [...quick, ...thorough];
  assert.equal(new Set(all).size, all.length);
  assert.ok(all.every(file => file.startsWith(interest)));
});

test('a path that names no test chooses none', () => {
  assert.deepEqual(choose('no/such/folder'), { quick: [], thorough: [] });
});

/** Every file that a test imports by a path, and those that these import. */
function importedBy(file, seen = new Set()) {
  if (!seen.has(file)) {
    seen.add(file);
    const paths = /(?:from|import|mock|requireActual)\b[ (]*'(\.[^']*)'/g;
    [...readFileSync(file, 'utf8').matchAll(paths)]
      .map(([, path]) => resolve(dirname(file), path))
      .flatMap(path => [`${path}.ts`, `${path}.tsx`, join(path, 'index.ts')])
      .filter(path => existsSync(path))
      .forEach(path => importedBy(path, seen));
  }
  return seen;
}

test('no quick test starts a database by a helper that was not looked into', () => {
  const starts = /\b(TestDatabases|startTestBackend|startTestPostgres)\b/;
  const found = choose('.').quick.filter(file =>
    [...importedBy(join(projectRoot, file))].some(path =>
      starts.test(readFileSync(path, 'utf8')),
    ),
  );
  assert.deepEqual(found, []);
});
