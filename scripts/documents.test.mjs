import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
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
  'scripts/README.md',
  ...globSync('docs/**/*.md', { cwd: root }),
  ...globSync('{plugins,packages}/*/{,src/**/}README.md', {
    cwd: root,
    exclude: name => name === 'node_modules',
  }),
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

/** Finds where the links, images and reference definitions of a document lead, without those to other sites. */
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

// They are published as a site of their own, in which the rest of the repository is not.
test('no page of docs links to a file outside of docs', () => {
  const leaving = documents
    .filter(document => document.startsWith('docs/'))
    .flatMap(document =>
      linksOf(readFileSync(join(root, document), 'utf8'))
        .map(link => join(dirname(document), link))
        .filter(path => !path.startsWith('docs/')),
    );
  assert.deepEqual(leaving, []);
});

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

/** Names that the files of an app made by Backstage's template import, as far as the guide uses them. */
const ofTheTemplate = {
  names: [
    'CatalogIcon',
    'CatalogSearchResultListItem',
    'EntityLayout',
    'EntityOwnershipCard',
    'EntitySwitch',
    'Grid',
    'Route',
    'ScaffolderPage',
    'SearchResult',
    'SidebarItem',
    'TechDocsSearchResultListItem',
    'catalogPlugin',
    'createApiFactory',
    'isKind',
    'scaffolderPlugin',
  ],
  app: [
    '@backstage/core-components',
    '@backstage/frontend-plugin-api',
    '@backstage/plugin-catalog',
    '@backstage/plugin-catalog-graph',
    '@backstage/plugin-catalog-react',
    '@backstage/ui/css/styles.css',
    '@material-ui/core',
    '@material-ui/icons/EmojiObjects',
  ],
  backend: [
    '@backstage/plugin-permission-common',
    '@backstage/plugin-permission-node',
  ],
};

/** The names that a file imports, and the modules that it imports them from. */
function importsOf(code) {
  const imports = [
    ...code.matchAll(/^import\s+(?:([^;'"]+?)\s+from\s+)?'([^']+)';/gms),
  ];
  return {
    names: imports.flatMap(([, names]) => names?.match(/\w+/g) ?? []),
    modules: imports.map(([, , module]) => module),
  };
}

/** Elements and the plugins, refs and classes of others that a piece of code uses. */
function borrowedBy(code) {
  const plain = withoutImports(code);
  return [
    ...[...plain.matchAll(/<([A-Z]\w*)/g)].map(([, name]) => name),
    ...[...plain.matchAll(/\bnew (\w+)/g)].map(([, name]) => name),
    ...(plain.match(
      /\b(?:\w+(?:Plugin|ApiRef)|ALL_[A-Z_]+|create\w+|is[A-Z]\w*)\b/g,
    ) ?? []),
  ].filter(name => !plain.includes(`export const ${name}`));
}

function withoutImports(code) {
  return code.replace(/^import\s[^;]+;$/gms, '');
}

// Whoever pastes the lines of a guide has the compiler stop at the first name that nobody imported.
for (const heading of [
  '## App, new frontend system',
  '## App, old frontend system',
]) {
  test(`the setup guide imports what it uses below "${heading}"`, () => {
    const code = codeBelow('docs/setup.md', heading, ['ts', 'tsx']).join('\n');
    const known = new Set([...importsOf(code).names, ...ofTheTemplate.names]);
    assert.deepEqual(
      [...new Set(borrowedBy(code))].filter(name => !known.has(name)),
      [],
    );
  });
}

/** The package of a module, without the path inside it. */
const packageOf = module => module.split('/').slice(0, 2).join('/');

for (const [heading, place] of [
  ['## App, new frontend system', 'app'],
  ['## App, old frontend system', 'app'],
  ['## Permissions', 'backend'],
]) {
  test(`the setup guide says which packages to add below "${heading}"`, () => {
    const code = codeBelow('docs/setup.md', heading, ['ts', 'tsx']).join('\n');
    const known = new Set([
      ...ofTheTemplate[place].map(packageOf),
      ...namedBelow(heading),
      // What was added to the backend in the section about it.
      ...(place === 'backend' ? namedBelow('## Backend') : []),
    ]);
    assert.deepEqual(
      importsOf(code)
        .modules.filter(module => module.startsWith('@'))
        .map(packageOf)
        .filter(name => !known.has(name)),
      [],
    );
  });
}

/** The packages that a section says to add: in its commands, and in the text outside code. */
function namedBelow(heading) {
  const text = readFileSync(join(root, 'docs/setup.md'), 'utf8');
  const from = text.indexOf(`\n${heading}\n`);
  const end = text.indexOf('\n## ', from + heading.length);
  const said = [
    withoutCode(text.slice(from, end)),
    ...codeBelow('docs/setup.md', heading, ['sh']),
  ].join('\n');
  return said.match(/@[a-z-]+\/[a-z-]+/g) ?? [];
}

// The old frontend system shows the overview for a tab that is missing, so that
// no page is ever not found.
test('in the app on the old frontend system the demand card leads to tabs that are there', () => {
  const layouts = globSync('packages/app-legacy/src/**/*.tsx', { cwd: root })
    .map(file => readFileSync(join(root, file), 'utf8'))
    .flatMap(code => code.match(/<EntityLayout>.*?<\/EntityLayout>/gs) ?? []);
  const withCard = layouts.filter(layout =>
    /EntityDemandCard|overviewContent/.test(layout),
  );
  assert.ok(withCard.length >= 4);
  assert.deepEqual(
    withCard.filter(
      layout =>
        !layout.includes('path="/demand"') ||
        !layout.includes('path="/readiness"'),
    ),
    [],
  );
});

for (const report of globSync('plugins/*/report.api.md', { cwd: root })) {
  const ids = [
    ...readFileSync(join(root, report), 'utf8').matchAll(
      /^ +'([a-z-]+:[a-z/-]+)': OverridableExtensionDefinition/gm,
    ),
  ].map(([, id]) => id);
  if (ids.length === 0) continue;
  const document = join(dirname(report), 'README.md');
  test(`${document} names every extension`, () => {
    const text = readFileSync(join(root, document), 'utf8');
    assert.deepEqual(
      ids.filter(id => !text.includes(`\`${id}\``)),
      [],
    );
  });
}

/** Files that stand in the reader's own portal. */
const ofReaders = ['docs/setup.md'];

/** The paths of files and folders that a document writes as code. */
function pathsIn(text) {
  const code = [...text.matchAll(/`([\w.@-]+(?:\/[\w.@-]+)+\/?)`/g)];
  return code
    .map(([, path]) => path.replace(/\/$/, ''))
    .filter(
      path =>
        /\.(ts|tsx|mjs|cjs|js|json|ya?ml|md|sql)$/.test(path) ||
        /(^|\/)(src|plugins|packages|scripts|benchmarks|e2e-tests)\//.test(
          path,
        ),
    );
}

/** Riddles that were found in documents before, and what to write instead. */
const riddles = [
  [
    /\b(?:is|are|was|were|be|been)(?: not| never)? told\b(?! apart| from)/,
    'say who hears it',
  ],
  [/\btold of\b/, 'say who reports it'],
  [/\btells? (?:nothing )?of\b/, 'write "reports" or "reveals"'],
  [
    /\bhears? of\b|\bauditor hears\b/,
    'write "gets a notification" or "records"',
  ],
  [/\bsince an? (?:hour|day|week|month|year)\b/, 'write "for a week"'],
  [/\b(?:is|are) asked (?:for by|of|about)\b/, 'say who asks'],
  [/\bwhat it is (?:asked for|implemented by)\b/, 'name the thing'],
  [/\b[Ww]hat (?:\w+ ){0,4}(?:comes|came) to\b/, 'name the result'],
  [/\bas (?:it|they) stands?\b|\bwhat stands\b/, 'write "present"'],
  [/\bof which nothing\b/, 'name the thing'],
  [/\b[Ww]hoever\b/, 'name the person: callers, authors, owners'],
  // Openings without a head: "What lapses is shown." and "Of a Pilot nothing is known."
  [
    /(?:^|[.:;] )(?:What|Who|Whom) [^.?:|]*\./,
    'begin with the person or the thing',
  ],
  [/(?:^|[.:;] )Of (?!course)/, 'begin with the person or the thing'],
];

function riddlesIn(text) {
  const prose = withoutCode(text).replace(/\s+/g, ' ');
  return riddles.flatMap(([pattern, advice]) =>
    [...prose.matchAll(new RegExp(pattern, 'g'))].map(
      ({ index }) =>
        `"${prose.slice(Math.max(0, index - 40), index + 40)}": ${advice}`,
    ),
  );
}

test('no document speaks in riddles', () => {
  assert.deepEqual(
    documents.flatMap(document =>
      riddlesIn(readFileSync(join(root, document), 'utf8')).map(
        riddle => `${document}: ${riddle}`,
      ),
    ),
    [],
  );
});

test('a riddle is found across lines, and code is none', () => {
  assert.equal(riddlesIn('Nobody is\ntold. It broke since a week.').length, 2);
  assert.equal(riddlesIn('What lapses\nis shown. It is not told.').length, 2);
  assert.equal(riddlesIn('It ends. Of a Pilot nothing is known.').length, 1);
  assert.deepEqual(riddlesIn('## Who sees what\n\nWhat is it? Nothing.'), []);
  assert.deepEqual(riddlesIn('```\nis told\n```\nIt is told apart.'), []);
});

const files = execFileSync('git', ['ls-files'], {
  cwd: root,
  encoding: 'utf8',
}).split('\n');

const exists = path => files.some(file => `/${file}/`.includes(`/${path}/`));

// Whoever follows a recipe looks for a file by the name that it says.
test('what contributors read names files that exist, also without their folders', () => {
  const named = [
    ...readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8').matchAll(
      /`([\w.-]+\.(?:ts|tsx|mjs|md|json))`/g,
    ),
  ].map(([, name]) => name);
  assert.ok(named.length > 10);
  assert.deepEqual(
    named.filter(name => !exists(name)),
    [],
  );
});

test('every document names files that exist', () => {
  const missing = documents
    .filter(document => !ofReaders.includes(document))
    .flatMap(document =>
      pathsIn(readFileSync(join(root, document), 'utf8'))
        .filter(path => !exists(path))
        .map(path => `${document}: ${path}`),
    );
  assert.deepEqual(missing, []);
});

test('every decision stands once in the index of decisions and in the navigation', () => {
  const decisions = globSync('docs/adr/0*.md', { cwd: root }).sort();
  const read = file => readFileSync(join(root, file), 'utf8');
  const index = linksOf(read('docs/adr/README.md')).map(
    link => `docs/adr/${link}`,
  );
  assert.deepEqual(index.sort(), decisions);
  const navigation = [
    ...read('mkdocs.yml').matchAll(/: (adr\/\d+-[a-z-]+\.md)$/gm),
  ].map(([, file]) => `docs/${file}`);
  assert.deepEqual(navigation.sort(), decisions);
});
