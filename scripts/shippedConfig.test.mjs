import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { projectRoot as root } from './projectRoot.mjs';

const read = file => readFileSync(join(root, file), 'utf8');
const units = /^(milliseconds|seconds|minutes|hours|days|weeks|months|years)$/;
let yaml;

before(async () => {
  yaml = await import('yaml');
});

/** Finds where a value holds a duration as an object, as paths of keys. */
function durationsIn(value, path = []) {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Object.keys(value);
  if (keys.length > 0 && keys.every(key => units.test(key))) {
    return [path.join('.')];
  }
  return keys.flatMap(key => durationsIn(value[key], [...path, key]));
}

// A unit in a file of one's own would be added to that of the shipped one, instead of replacing it.
for (const file of ['app-config.yaml', 'app-config.samples.yaml']) {
  test(`${file} has no duration of ours as an object`, () => {
    assert.deepEqual(durationsIn(yaml.parse(read(file)).pilot, ['pilot']), []);
  });
}

/** The refs of Groups and Users of the sample organisation, as YAML and code write them. */
function sampleRefs() {
  return globSync('examples/**/*.yaml', { cwd: root })
    .flatMap(file => yaml.parseAllDocuments(read(file)))
    .map(document => document.toJS())
    .filter(entity => ['Group', 'User'].includes(entity?.kind))
    .map(
      ({ kind, metadata }) => `${kind.toLowerCase()}:default/${metadata.name}`,
    );
}

test('the portal without samples knows nobody of the sample organisation', () => {
  const refs = sampleRefs();
  assert.ok(refs.length > 10);
  const files = [
    'app-config.yaml',
    ...globSync('packages/*/src/**/*.{ts,tsx}', { cwd: root }).filter(
      file => !/\.test\.tsx?$|__testUtils__|\/testing\//.test(file),
    ),
  ];
  const named = files.flatMap(file => {
    const text = read(file);
    return refs
      .filter(ref => new RegExp(`${ref}\\b`, 'i').test(text))
      .map(ref => `${file}: ${ref}`);
  });
  assert.deepEqual(named, []);
});
