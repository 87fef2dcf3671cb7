import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  countJest,
  countPlaywright,
  countPostgresTests,
  countTap,
} from './reports.mjs';

test('jest: files that could not be loaded are failures, pending and todo are skipped', () => {
  assert.deepEqual(
    countJest({
      numPassedTests: 12,
      numFailedTests: 3,
      numRuntimeErrorTestSuites: 2,
      numPendingTests: 4,
      numTodoTests: 1,
    }),
    { passed: 12, failed: 5, skipped: 5 },
  );
});

test('jest: only tests on PostgreSQL that passed are counted as such', () => {
  const row = (fullName, status) => ({ fullName, status });
  const report = {
    testResults: [
      {
        assertionResults: [
          row('store on POSTGRES_18 keeps the log', 'passed'),
          row('store on POSTGRES_18 keeps order', 'failed'),
          row('store on POSTGRES_18 is quick', 'pending'),
          row('store on SQLITE_3 keeps the log', 'passed'),
        ],
      },
      { assertionResults: [row('runs on PostgreSQL 18', 'passed')] },
    ],
  };
  assert.equal(countPostgresTests(report), 2);
});

test('node: the summary at the end is read, not what a test printed', () => {
  const text = [
    'TAP version 13',
    '# Subtest: prints',
    '    # pass 99 bottles',
    'ok 1 - prints',
    '1..1',
    '# tests 9',
    '# suites 0',
    '# pass 4',
    '# fail 2',
    '# cancelled 1',
    '# skipped 1',
    '# todo 1',
    '# duration_ms 33.1',
  ].join('\n');
  assert.deepEqual(countTap(text), { passed: 4, failed: 3, skipped: 2 });
});

test('Playwright: files that could not be loaded are failures', () => {
  const stats = { expected: 8, unexpected: 1, flaky: 0, skipped: 2 };
  assert.deepEqual(countPlaywright({ stats, errors: [{ message: 'no' }] }), {
    passed: 8,
    failed: 2,
    skipped: 2,
  });
  assert.deepEqual(countPlaywright({ stats }), {
    passed: 8,
    failed: 1,
    skipped: 2,
  });
});
