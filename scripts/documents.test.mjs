import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { projectRoot as root } from './projectRoot.mjs';

const documents = [
  'README.md',
  'CODE_OF_CONDUCT.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'examples/README.md',
  'benchmarks/README.md',
  ...globSync('docs/**/*.md', { cwd: root }),
  ...globSync('plugins/*/README.md', { cwd: root }),
].sort();

/** The headings of a document as its anchors; a heading that is there twice is numbered. */
function anchorsOf(text) {
  const seen = new Map();
  return withoutCode(text)
    .split('\n')
    .filter(line => /^#+ /.test(line))
    .map(line => {
      const anchor = line
        .replace(/^#+ /, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .trim()
        .replaceAll(' ', '-');
      const times = seen.get(anchor) ?? 0;
      seen.set(anchor, times + 1);
      return times === 0 ? anchor : `${anchor}-${times}`;
    });
}

function withoutCode(text) {
  return text.replace(/^```.*?^```/gms, '');
}

/** Where the links, images and reference definitions of a document lead, without those to other sites. */
function linksOf(text) {
  const plain = withoutCode(text).replace(/`[^`\n]*`/g, '');
  return [
    ...plain.matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)/g),
    ...plain.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm),
    ...plain.matchAll(/\b(?:src|href)="([^"]+)"/g),
  ]
    .map(([, link]) => link)
    .filter(link => !/^[a-z][a-z+.-]*:/i.test(link));
}

function problemOf(document, link) {
  const [path, anchor] = decodeURI(link).split('#');
  const file = path === '' ? document : join(dirname(document), path);
  if (!existsSync(join(root, file))) return `${link}: no such file`;
  if (!anchor || !file.endsWith('.md')) return undefined;
  const anchors = anchorsOf(readFileSync(join(root, file), 'utf8'));
  return anchors.includes(anchor) ? undefined : `${link}: no such heading`;
}

for (const document of documents) {
  test(`every link of ${document} leads somewhere`, () => {
    const links = linksOf(readFileSync(join(root, document), 'utf8'));
    const problems = links.map(link => problemOf(document, link));
    assert.deepEqual(problems.filter(Boolean), []);
  });
}

test('a link to a missing file or heading is found, and code is no link', () => {
  const text = [
    '[a](docs/nowhere.md) and ![b](nowhere.png "title")',
    '[c](docs/setup.md#nowhere), [d](https://example.com), [e](mailto:a@b.c)',
    '`[f](nowhere.md)`',
    '```',
    '[g](nowhere.md)',
    '```',
    '[h]: nowhere.md',
  ].join('\n');
  assert.deepEqual(
    linksOf(text).map(link => problemOf('README.md', link)),
    [
      'docs/nowhere.md: no such file',
      'nowhere.png: no such file',
      'docs/setup.md#nowhere: no such heading',
      'nowhere.md: no such file',
    ],
  );
});

/** The blocks of code of a document below one of its headings, in some languages. */
function codeBelow(document, heading, languages) {
  const text = readFileSync(join(root, document), 'utf8');
  const from = text.indexOf(`\n${heading}\n`);
  assert.ok(from >= 0, `${document} has no "${heading}"`);
  const end = text.indexOf('\n## ', from + heading.length);
  return [
    ...text
      .slice(from, end < 0 ? undefined : end)
      .matchAll(/^```(\w+)\n(.*?)^```/gms),
  ]
    .filter(([, language]) => languages.includes(language))
    .map(([, , code]) => code);
}

const withoutSpace = text => text.replace(/\s+/g, '');

// Lines to paste that nobody runs are wrong after the next change.
test('what the setup guide places in an app on the old frontend system is in one that runs', () => {
  const app = globSync('packages/app-legacy/src/**/*.{ts,tsx}', { cwd: root })
    .map(file => withoutSpace(readFileSync(join(root, file), 'utf8')))
    .join('\n');
  const blocks = codeBelow('docs/setup.md', '## App, old frontend system', [
    'ts',
    'tsx',
  ]);
  assert.ok(blocks.length >= 10);
  const missing = blocks.filter(
    block =>
      !app.includes(withoutSpace(block)) &&
      // A block may stop inside a sequence of elements.
      !app.includes(withoutSpace(block.trimEnd())),
  );
  assert.deepEqual(missing, []);
});

test('the permission policy of the setup guide is the one that is compiled', () => {
  const file = 'packages/backend/src/documented/permissionPolicy.ts';
  const blocks = codeBelow('docs/setup.md', '## Permissions', ['ts']);
  assert.ok(blocks.includes(readFileSync(join(root, file), 'utf8')));
});

test('the setup guide names every package in the resolutions of tarballs', () => {
  const [block] = codeBelow('docs/setup.md', '## Packages from a clone', [
    'json',
  ]);
  const { resolutions } = JSON.parse(block);
  const published = globSync('plugins/*/package.json', { cwd: root })
    .map(file => JSON.parse(readFileSync(join(root, file), 'utf8')))
    .filter(metadata => !metadata.private)
    .map(({ name }) => [
      name,
      `file:./pilot-packages/${name.replace('/', '-')}.tgz`,
    ]);
  assert.deepEqual(resolutions, Object.fromEntries(published));
});
