import assert from 'node:assert/strict';
import { test } from 'node:test';
import { projectRoot } from '../projectRoot.mjs';
import { chooseTestFiles } from './chooseTestFiles.mjs';
import { readOptions, sumOf } from './runJest.mjs';

const run = (passed, failed, pending, code = 0) => ({
  code,
  report: {
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    numRuntimeErrorTestSuites: 0,
    numTodoTests: 0,
    numTotalTests: passed + failed + pending,
    testResults: [],
  },
});

test('a name that only one of two runs has passes', () => {
  const { passed, failed, problem } = sumOf([run(0, 0, 80), run(3, 0, 90)]);
  assert.deepEqual(
    { passed, failed, problem },
    { passed: 3, failed: 0, problem: undefined },
  );
});

test('a name that no run has is a failure, and so is a run that ended badly', () => {
  assert.equal(sumOf([run(0, 0, 80), run(0, 0, 90)]).problem, 'no test ran');
  assert.equal(sumOf([run(5, 0, 0), run(0, 2, 0, 1)]).failed, 2);
  assert.equal(
    sumOf([run(5, 0, 0), run(4, 0, 0, 1)]).problem,
    'jest ended with 1',
  );
});

test('paths come before options', () => {
  const path = 'plugins/pilot-common/src';
  assert.deepEqual(readOptions(projectRoot, [path, '--quick', '-t', 'asks']), {
    paths: [path],
    options: ['-t', 'asks'],
    quickOnly: true,
  });
  assert.throws(
    () => readOptions(projectRoot, ['-t', 'asks', path]),
    /^PlainError: plugins\/pilot-common\/src: name paths before options/,
  );
});

test('a path that Jest could not read is refused by name', () => {
  assert.throws(
    () => chooseTestFiles(projectRoot, ['*.test.ts']),
    /^PlainError: \*\.test\.ts: must be a path/,
  );
});
