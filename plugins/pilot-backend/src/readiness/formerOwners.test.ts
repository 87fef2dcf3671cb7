import { dayMs } from '@pilot-to-platform/plugin-pilot-common';
import { databases } from '../__testUtils__/databases';
import { onlyCheck, startDecisions } from '../__testUtils__/decisionWorld';
import { pilot } from '../__testUtils__/testCatalog';

jest.setTimeout(300_000);

const path = '/readiness/pilot/default/lake';
const evidence = 'https://example.com/runbook';
const attestation = { check: onlyCheck, verdict: 'pass', evidence };
const inDays = (days: number) =>
  new Date(Date.now() + days * dayMs).toISOString();
const waiver = {
  expiresAt: inDays(30),
  check: onlyCheck,
  reason: 'It is small enough to do without',
};

it('do not answer for those who came after them, nor waive', async () => {
  const { portal } = await startDecisions({
    knex: await databases.init('SQLITE_3'),
  });
  const look = async (person: string) => {
    const { body } = await portal.as(person).get(path).expect(200);
    const [check] = body.checks;
    return [check.verdict, check.lastAnswer?.lapsed ?? null, check.can.waive];
  };
  const attest = (person: string) =>
    portal.as(person).post(`${path}/attestations`).send(attestation);
  const waive = async (person: string) =>
    (await portal.as(person).post(`${path}/waivers`).send(waiver)).status;
  const ownedBy = (name: string) =>
    portal.catalog.set(pilot('lake', { owner: `group:default/${name}` }));

  expect((await attest('dana')).status).toBeLessThan(300);
  expect(await look('olga')).toEqual(['pass', null, 'passes']);

  ownedBy('ads');
  expect(await look('olga')).toEqual(['unknown', 'ownerChanged', 'ownedIt']);
  expect(await waive('olga')).toBe(403);
  // Neither by a detour of ownership through a third one.
  ownedBy('checkout');
  expect(await look('olga')).toEqual(['unknown', 'ownerChanged', 'ownedIt']);
  expect(await waive('olga')).toBe(403);
  expect(await look('ada.architects')).toEqual([
    'unknown',
    'ownerChanged',
    true,
  ]);
  // The past stays: the log has what was signed.
  const { body: log } = await portal.as('dana').get(`${path}/log`).expect(200);
  expect(JSON.stringify(log)).toContain('attested');

  // Whoever owns it signs for itself, word for word the same.
  expect((await attest('dana')).status).toBe(403);
  expect((await attest('x.checkout')).status).toBeLessThan(300);
  expect(await look('x.checkout')).toEqual(['pass', null, 'passes']);
  await portal.backend.stop();
});
