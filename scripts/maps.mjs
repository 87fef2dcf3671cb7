// `npm run maps`: draws the maps in the documents anew from the code. A map stands between `<!-- map: … -->` and
// `<!-- /map -->`; maps.test.mjs fails where one is old.
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { projectRoot as root } from './projectRoot.mjs';

const marked = /(<!-- map: (\S+)(?: (\S+))? -->\n).*?(<!-- \/map -->)/gs;
const ofTests =
  /\.test\.tsx?$|\/__testUtils__\/|\/src\/(tests|testing)\/|\/setupTests\.ts$|\/dev\//;
const maps = { rooms: roomsMap, folders: foldersMap, files: filesMap };

/** The documents that have a map, each with its text as it should be. */
export function drawMaps() {
  const imports = readImports();
  return ['*.md', 'docs/*.md', 'plugins/*/README.md']
    .flatMap(pattern => globSync(pattern, { cwd: root }).sort())
    .map(document => ({ document, text: read(document) }))
    .filter(({ text }) => text.includes('<!-- map: '))
    .map(({ document, text }) => ({
      document,
      text: formatted(
        document,
        text.replace(
          marked,
          (_, begin, name, folder, end) =>
            `${begin}\n${maps[name]({
              document,
              text,
              folder,
              imports,
            })}\n\n${end}`,
        ),
      ),
    }));
}

function formatted(document, text) {
  const filepath = join(root, document);
  return prettier.format(text, {
    ...prettier.resolveConfig.sync(filepath),
    filepath,
  });
}

/** Packages, and the other folders of the repository that have a README. */
function roomsMap({ imports }) {
  const packages = ['plugins/*', 'packages/*'].flatMap(pattern =>
    globSync(`${pattern}/package.json`, { cwd: root }).map(dirname).sort(),
  );
  const others = globSync('*/README.md', { cwd: root }).map(dirname).sort();
  return table(
    ['Room', 'Holds', 'Imports'],
    [
      ...packages.map(room => [
        code(room),
        JSON.parse(read(join(room, 'package.json'))).description,
        arrows(imports, room, packages, 'plugins/'),
      ]),
      ...others.map(room => [code(room), firstSentence(room), '']),
    ],
  );
}

/** The folders of a package, by what they import: the one that imports most comes first. */
function foldersMap({ document, folder, imports }) {
  const home = join(dirname(document), folder);
  const folders = globSync(`${home}/*/README.md`, { cwd: root }).map(dirname);
  const missing = globSync(`${home}/*/`, { cwd: root })
    .map(each => each.replace(/\/$/, ''))
    .filter(each => !folders.includes(each) && holdsCode(each));
  if (missing.length > 0) {
    throw new Error(
      `${missing.join(
        ', ',
      )}: give the folder a README.md whose first sentence says what it holds, for the map in ${document}.`,
    );
  }
  const heights = heightsOf(folders, imports);
  folders.sort((a, b) => heights.get(b) - heights.get(a) || a.localeCompare(b));
  return table(
    ['Folder', 'Holds', 'Imports'],
    [
      ...folders.map(each => [
        code(join(folder, basename(each))),
        firstSentence(each),
        arrows(imports, each, folders, `${home}/`),
      ]),
    ],
  );
}

/** The files that a page names, in its order, with what the doc comment of each says. */
function filesMap({ text }) {
  const files = execFileSync('git', ['ls-files', 'plugins'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter(file => !ofTests.test(file));
  const sections = text.replace(marked, '').split(/^## /m).slice(1);
  const seen = new Set();
  const rows = sections.flatMap(section => {
    const heading = section.slice(0, section.indexOf('\n'));
    return [...section.matchAll(/`([\w./-]+\.tsx?)`/g)]
      .map(([, path]) => locate(path, files))
      .filter(file => !seen.has(file) && seen.add(file))
      .map((file, index) => [
        index === 0 ? heading : '',
        code(file.replace(/^plugins\//, '')),
        docComment(file),
      ]);
  });
  return table(['Step', 'File', 'Holds'], rows);
}

function locate(path, files) {
  const found = files.filter(file => `/${file}`.endsWith(`/${path}`));
  if (found.length === 1) return found[0];
  throw new Error(
    `"${path}" names ${found.length} files below plugins: write more of its path.`,
  );
}

/** Returns the comment before the export that the file is named after, up to its first full stop. */
function docComment(file) {
  const text = read(file);
  const name = basename(file).replace(/\.tsx?$/, '');
  const comment =
    new RegExp(
      `/\\*\\*((?:(?!\\*/).)*)\\*/\\s*export (?:default )?(?:async )?(?:abstract )?\\w+ ${name}(?:Schema)?\\b`,
      's',
    ).exec(text) ?? /\/\*\*((?:(?!\*\/).)*)\*\/\s*export/s.exec(text);
  if (!comment)
    throw new Error(`${file} has no comment that says what it holds.`);
  const prose = comment[1]
    .replace(/^\s*\*? ?/gm, '')
    .replace(/\{@link (\w+)\}/g, '`$1`');
  return sentence(prose.split(/\n\s*\n|@\w+/)[0]);
}

function firstSentence(folder) {
  const [, paragraph] = read(join(folder, 'README.md'))
    .replace(/^```.*?^```\n/gms, '')
    .split(/\n\n+/);
  return sentence(paragraph);
}

function sentence(text) {
  const line = text.replace(/\s+/g, ' ').trim();
  return (/^.*?\.(?= |$)/.exec(line)?.[0] ?? line)
    .replace(/[.:]$/, '')
    .replaceAll('|', '\\|');
}

/** Reads the imports of each file, by dependency-cruiser, without tests. */
function readImports() {
  const report = execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
      'plugins',
      'packages',
      '--output-type=json',
    ],
    { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  return JSON.parse(report)
    .modules.filter(({ source }) => !ofTests.test(source))
    .flatMap(({ source, dependencies }) =>
      dependencies.map(({ resolved }) => [source, inRepository(resolved)]),
    );
}

/** A part of a package, such as its `alpha`, is left as the name that it is imported by. */
function inRepository(path) {
  return path.replace(/^@pilot-to-platform\/plugin-/, 'plugins/');
}

function arrows(imports, from, all, prefix) {
  return all
    .filter(to => to !== from && leadsTo(imports, from, to))
    .map(to => code(to.replace(prefix, '')))
    .join(', ');
}

function leadsTo(imports, from, to) {
  return imports.some(
    ([source, target]) =>
      source.startsWith(`${from}/`) && `${target}/`.startsWith(`${to}/`),
  );
}

/** Counts the floors below each folder; folders in a circle are on one floor. */
function heightsOf(folders, imports) {
  const heights = new Map(folders.map(folder => [folder, 0]));
  for (const _ of folders) {
    for (const from of folders) {
      const below = folders.filter(
        to => to !== from && leadsTo(imports, from, to),
      );
      const height = Math.max(0, ...below.map(to => heights.get(to) + 1));
      heights.set(from, Math.min(height, folders.length));
    }
  }
  return heights;
}

function holdsCode(folder) {
  return globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }).some(
    file => !ofTests.test(file),
  );
}

const code = text => `\`${text}\``;
const read = file => readFileSync(join(root, file), 'utf8');

function table(head, rows) {
  return [head, head.map(() => '-'), ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { document, text } of drawMaps()) {
    writeFileSync(join(root, document), text);
  }
}
