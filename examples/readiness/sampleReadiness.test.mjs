import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSamples, refOf } from '../readSamples.mjs';
import { sampleReadiness, stories } from './sampleReadiness.mjs';

const firstStart = new Date('2026-11-20T14:00:00Z');
const steps = sampleReadiness(firstStart);
const entities = new Map(
  readSamples().map(({ entity }) => [refOf(entity), entity]),
);
const groupsOf = person =>
  entities.get(`user:default/${person}`).spec.memberOf.map(String);
const ownerOf = pilot =>
  entities
    .get(`pilot:default/${pilot}`)
    .spec.owner.replace(/^group:(default\/)?/, '');
const owns = (person, pilot) => groupsOf(person).includes(ownerOf(pilot));
const approves = person =>
  groupsOf(person).some(group =>
    ['architects', 'pilot-approvers'].includes(group),
  );
const each = kind =>
  stories.flatMap(story =>
    (story[kind] ?? []).map(item => ({ pilot: story.pilot, ...item })),
  );

test('is about samples, each of them once', () => {
  const pilots = stories.map(({ pilot }) => pilot);
  assert.equal(new Set(pilots).size, pilots.length);
  for (const pilot of pilots) assert.ok(entities.has(`pilot:default/${pilot}`));
});

test('lets owners attest, with evidence', () => {
  assert.ok(each('attested').length >= 20);
  for (const { pilot, by, evidence } of each('attested')) {
    assert.ok(owns(by, pilot), `${by} owns ${pilot}`);
    assert.match(evidence, /^https:/);
  }
});

test('lets approvers waive what they do not own, for half a year at most', () => {
  assert.ok(each('waived').length >= 2);
  for (const { pilot, by, days, reason } of each('waived')) {
    assert.ok(approves(by) && !owns(by, pilot), `${by} waives for ${pilot}`);
    assert.ok(days > 0 && days <= 180);
    assert.ok(reason.length > 20);
  }
});

test('has a waiver that lapses in ten days, and answers that lapse at once', () => {
  assert.ok(each('waived').some(({ days }) => days === 10));
  const waiver = steps.find(
    ({ path }) =>
      path === '/readiness/pilot/default/service-credentials/waivers',
  );
  assert.equal(waiver.body.expiresAt, '2026-11-30');
  const lapsing = steps.filter(({ lapsesMs }) => lapsesMs);
  assert.deepEqual(
    lapsing.map(({ lapsesMs, body }) => [lapsesMs, body.expiresAt]),
    [
      [20_000, undefined],
      [20_000, undefined],
    ],
  );
});

test('lets owners propose, and approvers who are not the proposer decide', () => {
  const proposals = each('proposals');
  for (const { pilot, by, decision } of proposals) {
    assert.ok(owns(by, pilot), `${by} owns ${pilot}`);
    if (decision) {
      assert.ok(approves(decision.by), decision.by);
      assert.notEqual(decision.by, by);
    }
  }
  assert.deepEqual(
    proposals.map(({ decision }) => decision?.decision ?? 'waits'),
    ['waits', 'approve', 'reject'],
  );
});

test('Ada can decide what waits: it is not hers', () => {
  const [{ pilot, by }] = each('proposals').filter(p => !p.decision);
  assert.equal(pilot, 'delta-sharing');
  assert.ok(approves('ada') && by !== 'ada' && !owns('ada', pilot));
});

test('lets members of teams say how well it works, once each', () => {
  const ratings = each('ratings');
  for (const { by, team, score } of ratings) {
    assert.ok(groupsOf(by).includes(team), `${by} in ${team}`);
    assert.ok(Number.isInteger(score) && score >= 1 && score <= 5);
  }
  const answers = ratings.map(({ pilot, team }) => `${pilot} ${team}`);
  assert.equal(new Set(answers).size, ratings.length);
});

test('is the same for the same date', () => {
  assert.deepEqual(sampleReadiness(new Date(firstStart)), steps);
});
