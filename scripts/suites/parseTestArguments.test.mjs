import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jestWorkers } from './runJest.mjs';
import { parseTestArguments } from './parseTestArguments.mjs';

test('without arguments everything runs', () => {
  assert.deepEqual(parseTestArguments([]), {
    help: false,
    chosen: ['scripts', 'unit', 'browser'],
    args: [],
  });
});

test('what follows a part is handed on to its runner', () => {
  assert.deepEqual(parseTestArguments(['unit', 'plugins/pilot', '-t', 'x']), {
    help: false,
    chosen: ['unit'],
    args: ['plugins/pilot', '-t', 'x'],
  });
});

for (const [path, part] of [
  ['plugins/pilot-common/src/demand/decay.test.ts', 'unit'],
  ['scripts/maps.test.mjs', 'scripts'],
  ['e2e-tests/interest.spec.ts', 'browser'],
]) {
  test(`${path} belongs to ${part}, which gets it with what follows`, () => {
    assert.deepEqual(parseTestArguments([path, '-t', 'x']), {
      help: false,
      chosen: [part],
      args: [path, '-t', 'x'],
    });
  });
}

test('an unknown part is refused with the parts there are', () => {
  assert.throws(() => parseTestArguments(['e2e']), {
    name: 'PlainError',
    message:
      '"e2e" is not a part of npm test: name scripts, unit, browser or nothing.',
  });
});

for (const [cores, workers] of [
  [1, 2],
  [2, 2],
  [4, 3],
  [64, 8],
]) {
  test(`${cores} cores run ${workers} workers`, () => {
    assert.equal(jestWorkers(cores), workers);
  });
}
