import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suiteResult, sumLine } from './suiteResult.mjs';

test('the line sums all suites', () => {
  const results = [
    suiteResult('unit', { passed: 700, failed: 1, skipped: 4 }),
    suiteResult('browser', { passed: 9, failed: 0, skipped: 0 }),
    suiteResult('scripts', { passed: 30, failed: 2, skipped: 1 }),
  ];
  assert.equal(sumLine(results), '739 passed, 3 failed, 5 skipped');
});

test('no suite at all sums to nothing', () => {
  assert.equal(sumLine([]), '0 passed, 0 failed, 0 skipped');
});

const counted = [
  {
    name: 'a suite in which no test ran has failed',
    counts: {},
    problem: undefined,
    expected: { passed: 0, failed: 1, skipped: 0, problem: 'no test ran' },
  },
  {
    name: 'a suite in which all was skipped has failed',
    counts: { passed: 0, failed: 0, skipped: 7 },
    problem: undefined,
    expected: { passed: 0, failed: 1, skipped: 7, problem: 'no test ran' },
  },
  {
    name: 'a problem is one more failure, whatever passed',
    counts: { passed: 5, failed: 0, skipped: 0 },
    problem: 'no test ran on PostgreSQL',
    expected: {
      passed: 5,
      failed: 1,
      skipped: 0,
      problem: 'no test ran on PostgreSQL',
    },
  },
];
for (const { name, counts, problem, expected } of counted) {
  test(name, () => {
    assert.deepEqual(suiteResult('unit', counts, problem), {
      name: 'unit',
      ...expected,
    });
  });
}
