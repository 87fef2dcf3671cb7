import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { PlainError } from '../process/PlainError.mjs';

/** Calls that start a database, or a backend with one. */
const starts = /\b(TestDatabases|startTestBackend|startTestPostgres)\b/;
const imports = /\bfrom '(\.[^']*)'/g;

/**
 * The files of tests that paths name, as Jest matches them: those that need nothing but themselves, which answer in
 * seconds, and those that start a database. What a test starts is read from it and from the helpers that it imports.
 */
export function chooseTestFiles(root, paths) {
  const patterns = paths.map(patternOf);
  const files = testFiles(root).filter(file =>
    patterns.some(pattern => pattern.test(join(root, file))),
  );
  const quick = [];
  const thorough = [];
  for (const file of files.sort()) {
    (startsDatabase(join(root, file)) ? thorough : quick).push(file);
  }
  return { quick, thorough };
}

/** Jest takes paths as regular expressions. */
function patternOf(path) {
  try {
    return new RegExp(path, 'i');
  } catch (error) {
    throw new PlainError(
      `${path}: must be a path or a regular expression, such as plugins/pilot-common or src/(interest|demand)`,
    );
  }
}

function testFiles(root) {
  return ['plugins', 'packages']
    .flatMap(kind =>
      readdirSync(join(root, kind)).map(name => join(kind, name, 'src')),
    )
    .filter(folder => existsSync(join(root, folder)))
    .flatMap(folder =>
      readdirSync(join(root, folder), { recursive: true }).map(file =>
        join(folder, file),
      ),
    )
    .filter(file => /\.test\.tsx?$/.test(file));
}

function startsDatabase(file, seen = new Set()) {
  if (seen.has(file)) return false;
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  if (starts.test(text)) return true;
  return [...text.matchAll(imports)]
    .map(([, path]) => resolve(dirname(file), path))
    .filter(path => path.includes('__testUtils__'))
    .flatMap(path => [`${path}.ts`, `${path}.tsx`, join(path, 'index.ts')])
    .filter(path => existsSync(path))
    .some(path => startsDatabase(path, seen));
}
