import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRefusals } from './createRefusals.mjs';

const line = (entity, message) =>
  `\u001b[2m2026-11-30T21:02:22.772Z\u001b[22m \u001b[34mcatalog\u001b[39m \u001b[33mwarn\u001b[39m ${message} \u001b[36mentity\u001b[39m="${entity}" \u001b[36mlocation\u001b[39m="file:/tmp/all.yaml"`;
const pilot = 'pilot:default/misspelt';
const why = 'spec.problem: is missing';
const threw = `Processor PilotProcessor threw an error while validating the entity ${pilot}; caused by InputError: ${why}`;

test('an entity that the catalog refuses is named once, with the reason', () => {
  const refusals = createRefusals();
  assert.equal(
    refusals.line(line(pilot, threw)),
    `The catalog refuses ${pilot}: ${why}`,
  );
  assert.equal(refusals.line(line(pilot, why)), undefined);
  assert.equal(
    refusals.summary(),
    'The catalog refused 1 entity, as said above.',
  );
});

test('another reason is told too, and counts as the same entity', () => {
  const refusals = createRefusals();
  refusals.line(line(pilot, why));
  assert.match(refusals.line(line(pilot, 'another')), /another/);
  assert.match(
    refusals.line(line('pilot:default/other', why)),
    /other \(2 so far\): /,
  );
  assert.match(refusals.summary(), /2 entities/);
});

test('other lines tell of no refusal', () => {
  const refusals = createRefusals();
  for (const text of [
    '',
    '2026-11-30T21:02:22.772Z catalog info Loaded the recorded interest of 0 targets ',
    '2026-11-30T21:02:22.772Z pilot warn something entity="pilot:default/x"',
    '2026-11-30T21:02:22.772Z catalog warn The location is slow type="x"',
  ]) {
    assert.equal(refusals.line(text), undefined, text);
  }
  assert.equal(refusals.summary(), undefined);
});
