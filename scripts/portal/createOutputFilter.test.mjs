import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createOutputFilter, isRoutine } from './createOutputFilter.mjs';

const shown = lines => lines.filter(createOutputFilter());

test('information and warnings stay in the log file', () => {
  assert.deepEqual(
    shown([
      'Starting app, backend',
      '2026-11-20T09:00:00.000Z catalog info Performing database migration',
      '2026-11-20T09:00:00.000Z search warn No search engine is configured',
      '<i> [webpack-dev-server] Loopback: http://localhost:3000/',
    ]),
    [],
  );
});

test('an error is shown with what follows it, up to the next line of the log', () => {
  const error = [
    '2026-11-20T09:00:00.000Z pilot \u001b[31merror\u001b[39m Import failed',
    '    at importLines (InterestImporter.ts:56:11)',
  ];
  assert.deepEqual(
    shown([...error, '2026-11-20T09:00:01.000Z pilot info Listening']),
    error,
  );
});

test('an error of the build is shown up to the next empty line', () => {
  const error = ['ERROR in ./src/App.tsx', '  × Expected ; but found }'];
  assert.deepEqual(shown([...error, '', 'compiled with 1 error later']), error);
});

const requests = [
  { status: 200, routine: true },
  { status: 202, routine: true },
  { status: 404, routine: false },
  { status: 500, routine: false },
];
for (const { status, routine } of requests) {
  test(`a request answered ${status} is ${
    routine ? '' : 'not '
  }routine`, () => {
    const line = `\u001b[2m2026-11-20T09:00:00.000Z\u001b[22m rootHttpRouter info [2026-11-20T09:00:00.000Z] "GET /api/pilot/policy HTTP/1.1" ${status} 127 "-" "node" type="incomingRequest" method="GET"`;
    assert.equal(isRoutine(line), routine);
  });
}

test('other information is not routine', () => {
  const line = '2026-11-20T09:00:00.000Z pilot info GET answered 200';
  assert.equal(isRoutine(line), false);
});
