import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { projectRoot as root } from './projectRoot.mjs';

const read = file => readFileSync(join(root, file), 'utf8');
const repository = 'https://github.com/pilot-to-platform/pilot-to-platform';
const published = globSync('plugins/*/package.json', { cwd: root })
  .map(file => ({ folder: dirname(file), metadata: JSON.parse(read(file)) }))
  .filter(({ metadata }) => !metadata.private);
const names = published.map(({ metadata }) => metadata.name);

test('there are packages to publish', () => {
  assert.ok(names.length >= 8, names.join(', '));
});

for (const { folder, metadata } of published) {
  test(`${metadata.name} says what it is, where it is from and how to report a fault`, () => {
    assert.equal(metadata.license, 'Apache-2.0');
    assert.match(metadata.description, /\w{3}/);
    assert.ok(metadata.keywords.includes('backstage'), 'keywords: backstage');
    assert.equal(metadata.homepage, `${repository}#readme`);
    assert.equal(metadata.bugs.url, `${repository}/issues`);
    assert.equal(metadata.repository.url, `git+${repository}.git`);
    assert.equal(metadata.repository.directory, folder);
    assert.ok(existsSync(join(root, folder, 'README.md')), 'README.md');
  });

  // A package manager packs a file of this name from the folder of the package, and from nowhere else.
  test(`${metadata.name} has the licence in its tarball`, () => {
    assert.equal(read(join(folder, 'LICENSE')), read('LICENSE'));
  });

  test(`${metadata.name} packs what changed up to its version`, () => {
    assert.match(
      read(join(folder, 'CHANGELOG.md')),
      new RegExp(`^## ${metadata.version.replaceAll('.', '\\.')}$`, 'm'),
    );
    assert.ok(metadata.files.includes('CHANGELOG.md'), 'files: CHANGELOG.md');
  });

  test(`${metadata.name} names only packages of ours as the modules that go with it`, () => {
    for (const name of metadata.backstage.peerModules ?? []) {
      assert.ok(names.includes(name), name);
    }
  });
}

test('the plugins name the modules that make them whole', () => {
  const modulesOf = name =>
    published.find(({ metadata }) => metadata.name.endsWith(`/${name}`))
      .metadata.backstage.peerModules;
  assert.deepEqual(modulesOf('plugin-pilot'), [
    '@pilot-to-platform/plugin-catalog-module-pilot',
  ]);
  assert.deepEqual(modulesOf('plugin-pilot-backend'), [
    '@pilot-to-platform/plugin-catalog-backend-module-pilot',
    '@pilot-to-platform/plugin-scaffolder-backend-module-pilot',
  ]);
});

test('the entry for the plugin directory is as the directory takes it', async () => {
  const { parse } = await import('yaml');
  const entry = parse(read('docs/plugin-directory.yaml'));
  const texts = [
    'title',
    'author',
    'authorUrl',
    'category',
    'description',
    'documentation',
    'iconUrl',
    'npmPackageName',
    'addedDate',
    'status',
  ];
  assert.deepEqual(Object.keys(entry), [...texts, 'capabilities']);
  for (const field of texts) assert.equal(typeof entry[field], 'string', field);
  for (const field of ['authorUrl', 'documentation', 'iconUrl']) {
    assert.equal(new URL(entry[field]).protocol, 'https:', field);
  }
  assert.match(entry.addedDate, /^\d{4}-\d{2}-\d{2}$/);
  assert.ok(['active', 'inactive', 'archived'].includes(entry.status));
  assert.ok(entry.description.length <= 170, 'at most 170 characters');
  assert.ok(names.includes(entry.npmPackageName));
  const path = entry.iconUrl.split('/main/')[1];
  assert.ok(existsSync(join(root, path)), path);
  const known = [
    'entity-card',
    'entity-content',
    'standalone-page',
    'home-page',
    'search-result',
    'techdocs-addon',
    'catalog-processor',
    'catalog-provider',
    'scaffolder-actions',
    'search-collator',
    'backend-module',
    'permissions',
    'signals',
  ];
  assert.deepEqual(
    entry.capabilities.filter(each => !known.includes(each)),
    [],
  );
});

test('what people from outside look for is there', () => {
  for (const file of [
    'SECURITY.md',
    'CODE_OF_CONDUCT.md',
    'CONTRIBUTING.md',
    '.github/pull_request_template.md',
    '.github/ISSUE_TEMPLATE/config.yml',
  ]) {
    assert.ok(existsSync(join(root, file)), file);
  }
  assert.match(read('.github/workflows/ci.yml'), /bash \.ci\/run/);
});
