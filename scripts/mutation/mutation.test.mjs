import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectRoot as root } from '../projectRoot.mjs';
import { readSections, updatePage } from './mutationPage.mjs';
import { mutationRooms } from './mutationRooms.mjs';
import { readMutationArguments } from './readMutationArguments.mjs';
import { readResult, scoreOf } from './readResult.mjs';

test('every folder with engines or deciders has tables', () => {
  const rooms = mutationRooms(root);
  assert.ok(rooms.length >= 10);
  for (const { name, home, files, tests } of rooms) {
    assert.ok(tests.length > 0, `${name} has no table`);
    for (const file of [...files, ...tests]) {
      assert.ok(existsSync(join(root, home, file)), file);
    }
  }
});

test('a path chooses a file, and the tables of its folder', () => {
  const [room, ...others] = mutationRooms(root, [
    './plugins/pilot-backend/src/interest/decideStatus.ts',
  ]);
  assert.deepEqual(others, []);
  assert.equal(room.name, 'pilot-backend/interest');
  assert.deepEqual(room.files, ['src/interest/decideStatus.ts']);
  assert.ok(room.tests.includes('src/interest/decideRecord.test.ts'));
});

test('views, and tests that start a database, are left out', () => {
  const rooms = mutationRooms(root, ['plugins/pilot-backend/']);
  const all = rooms.flatMap(({ files, tests }) => [...files, ...tests]);
  assert.ok(!all.includes('src/interest/toInterestView.ts'));
  assert.ok(!all.includes('src/interest/recording.test.ts'));
});

test('a path without an engine or a decider is refused by name', () => {
  assert.throws(
    () => mutationRooms(root, ['plugins/pilot/src']),
    /^PlainError: plugins\/pilot\/src: no engine or decider is there/,
  );
});

test('paths come before what Stryker is given', () => {
  assert.deepEqual(
    readMutationArguments(['a', '--write', 'b', '--concurrency', '1']),
    {
      help: false,
      write: true,
      paths: ['a', 'b'],
      options: ['--concurrency', '1'],
    },
  );
});

const source = 'const a = 1;\nconst isOld = a <\n  2;\nconst t = `x`;\n';
const mutant = (status, start, end, replacement) => ({
  status,
  replacement,
  location: {
    start: { line: start[0], column: start[1] },
    end: { line: end[0], column: end[1] },
  },
});
const report = {
  files: {
    'src/r/decideAge.ts': {
      source,
      mutants: [
        mutant('Killed', [1, 11], [1, 12], '2'),
        mutant('Timeout', [1, 11], [1, 12], '3'),
        mutant('Survived', [2, 15], [3, 4], 'a <=\n  2'),
        mutant('NoCoverage', [4, 11], [4, 14], '``'),
        mutant('RuntimeError', [1, 11], [1, 12], '4'),
      ],
    },
  },
};

test('a report is summed as Stryker does', () => {
  const result = readResult(report);
  assert.equal(result.noticed, 2);
  assert.equal(scoreOf(result), 50);
  assert.deepEqual(
    result.survivors.map(({ code, became }) => [code, became]),
    [
      ['a < 2', 'a <= 2'],
      ['`x`', '``'],
    ],
  );
});

const page = [
  '<!-- mutation: scores -->',
  '',
  '| Room | Changes | Noticed | Score | Date |',
  '| ---- | ------- | ------- | ----- | ---- |',
  '| `p/a` | 10 | 9 | 90.0 % | 2026-11-01 |',
  '',
  '<!-- /mutation -->',
  '',
  '<!-- mutation: survivors -->',
  '',
  '### p/r',
  '',
  '- `r/decideAge.ts`: `a < 2` became `a <= 2`',
  '  Nobody is so old.',
  '- `r/decideAge.ts`: `1` became `0`',
  '  Gone by now.',
  '',
  '<!-- /mutation -->',
  '',
].join('\n');

test('the page keeps other folders and the reasons of what still survives', () => {
  const results = [{ name: 'p/r', ...readResult(report) }];
  const text = updatePage(page, results, '2026-12-01');
  assert.match(text, /^\| `p\/a` +\| 10 +\| 9 +\| 90\.0 % \| 2026-11-01 \|$/m);
  assert.match(text, /^\| `p\/r` +\| 4 +\| 2 +\| 50\.0 % \| 2026-12-01 \|$/m);
  assert.deepEqual(
    [...readSections(text)].map(([room, all]) => [room, [...all]]),
    [
      [
        'p/r',
        [
          ['`r/decideAge.ts`: `a < 2` became `a <= 2`', 'Nobody is so old.'],
          [
            '`r/decideAge.ts`: `` `x` `` became ` `` `, which no table reaches',
            '',
          ],
        ],
      ],
    ],
  );
  assert.equal(updatePage(text, results, '2026-12-01'), text);
});

test('every survivor on the page says why it stays', () => {
  const text = readFileSync(join(root, 'docs/mutation.md'), 'utf8');
  const silent = [...readSections(text)].flatMap(([room, all]) =>
    [...all].filter(([, why]) => !why).map(([what]) => `${room} ${what}`),
  );
  assert.deepEqual(silent, []);
});
