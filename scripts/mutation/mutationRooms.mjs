import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PlainError } from '../process/PlainError.mjs';
import { chooseTestFiles } from '../suites/chooseTestFiles.mjs';

const require = createRequire(import.meta.url);

const never = ['**/*.{test,examples}.ts', '**/{index,alpha}.ts'];

/**
 * Lists the rooms whose code is changed: each folder of a package with engines or deciders in it, those of them that
 * paths name, and the tables beside them. A path is that of a package, a folder or a file, from the root.
 */
export function mutationRooms(root, paths = []) {
  const rooms = packages(root).flatMap(({ home, patterns, others }) => {
    const find = globs =>
      globs.flatMap(glob => globSync(glob, { cwd: join(root, home) }));
    const left = new Set(find([...others, ...never]));
    const all = [...new Set(find(patterns))]
      .filter(file => !left.has(file) && !file.includes('__testUtils__'))
      .sort();
    return [...new Set(all.map(file => file.split('/')[1]))].map(room => ({
      name: `${home.split('/')[1]}/${room}`,
      home,
      folder: `src/${room}`,
      files: all.filter(file => file.startsWith(`src/${room}/`)),
    }));
  });
  const chosen = rooms.map(room => ({
    ...room,
    files: room.files.filter(file =>
      isNamed(`${room.home}/${file}`, paths.map(withoutEnd)),
    ),
  }));
  const missed = paths.find(
    path =>
      !rooms.some(({ home, files }) =>
        files.some(file => isNamed(`${home}/${file}`, [withoutEnd(path)])),
      ),
  );
  if (missed) {
    throw new PlainError(
      `${missed}: no engine or decider is there; plugins/pilot-backend/deciders.cjs and plugins/pilot-common/engines.cjs say what is one`,
    );
  }
  return chosen
    .filter(({ files }) => files.length > 0)
    .map(room => ({ ...room, tests: tablesOf(root, room) }));
}

function packages(root) {
  const backend = 'plugins/pilot-backend';
  const common = 'plugins/pilot-common';
  const { deciders, ofKernel, views, others } = require(join(
    root,
    backend,
    'deciders.cjs',
  ));
  return [
    { home: backend, patterns: deciders, others: [...others, ...views] },
    { home: backend, patterns: ofKernel, others: [] },
    {
      home: common,
      // What looks alike stands on a library, and so is held to less by lint.
      patterns: [
        ...require(join(root, common, 'engines.cjs')),
        'src/similar/**/*.ts',
      ],
      others: [],
    },
  ];
}

function isNamed(file, paths) {
  return (
    paths.length === 0 ||
    paths.some(path => file === path || file.startsWith(`${path}/`))
  );
}

const withoutEnd = path => path.replace(/^\.\//, '').replace(/\/$/, '');

/** The tests of a room that need no database, from the folder of its package. */
function tablesOf(root, { home, folder }) {
  const { quick } = chooseTestFiles(root, [`/${home}/${folder}/`]);
  return quick.map(file => file.slice(home.length + 1));
}
