import {
  Decide,
  defaultChecks,
  Propose,
} from '@pilot-to-platform/plugin-pilot-common';
import { Entity } from '@backstage/catalog-model';
import { pilot } from './testCatalog';
import { startPortal, TestPortal } from './testPortal';

export const lake = 'pilot:default/lake';
export const payments = 'group:default/payments';
export const ads = 'group:default/ads';
export const owner = 'group:default/partner-tech';
export const architects = 'group:default/architects';
const reason = 'Because it is worth it';

/** One check is asked, and required to launch; nothing else is. */
export const onlyCheck = 'docs.runbook';
const checks = {
  ...Object.fromEntries(
    defaultChecks.map(({ id }) => [id, { enabled: false }]),
  ),
  [onlyCheck]: {
    dimension: 'docs',
    question: 'Is there a runbook?',
    required: ['platform'],
    attestation: { maxDays: 365 },
    report: true,
    fix: { text: 'Write one' },
  },
};

/** A Pilot that states what a test needs. */
export function lakeWith(spec: object = {}, phase?: string): Entity {
  const entity = pilot('lake', { owner, phase });
  return { ...entity, spec: { ...entity.spec, ...spec } };
}

/**
 * A portal with one Pilot, lake, that Dana and Dora own and architects decide
 * about: Ada, Amy, and Olga, who is an owner too. One team opens the gate to
 * build-out, and one attestation that to platform.
 */
export async function startDecisions(
  options: Partial<Parameters<typeof startPortal>[0]> &
    Pick<Parameters<typeof startPortal>[0], 'knex'> & {
      pilot?: object;
      entity?: Entity;
    },
) {
  const { pilot: given, entity, ...rest } = options;
  const portal = await startPortal({
    ...rest,
    config: {
      pilot: {
        decisions: {
          approvers: [architects],
          gates: { 'build-out': { teams: 1, useCases: 0, score: 0 } },
        },
        readiness: { checks },
        ...given,
      },
    },
  });
  portal.catalog.set(entity ?? lakeWith());
  return { portal, ...decisionsOf(portal) };
}

/** Returns calls by which people act on the Pilot; each gives the response. */
export function decisionsOf(portal: TestPortal) {
  const path = '/pilots/default/lake';
  const propose = (person: string, body: Partial<Propose>) =>
    portal
      .as(person)
      .post(`${path}/proposals`)
      .send({ to: 'build-out', reason, ...body });
  const decide = (person: string, id: string, body: Partial<Decide> = {}) =>
    portal
      .as(person)
      .post(`${path}/proposals/${id}/decision`)
      .send({ decision: 'approve', reason, version: 1, ...body });
  const withdraw = (person: string, id: string) =>
    portal.as(person).delete(`${path}/proposals/${id}`);
  const see = async (person = 'cleo') =>
    (await portal.as(person).get(path).expect(200)).body;
  /** Proposed by Dana and approved by Ada. */
  const move = async (body: Partial<Propose>) => {
    const proposed = await propose('dana', body);
    expect([proposed.status, proposed.text]).toEqual([201, expect.anything()]);
    const { id } = proposed.body.proposal;
    const decided = await decide('ada.architects', id);
    expect([decided.status, decided.text]).toEqual([200, expect.anything()]);
    return decided.body;
  };
  const attest = async (verdict: 'pass' | 'fail' = 'pass') => {
    const { status, text } = await portal
      .as('dana')
      .post('/readiness/pilot/default/lake/attestations')
      .send({
        check: onlyCheck,
        verdict,
        evidence: 'https://wiki.example.com',
      });
    expect([status, text]).toEqual([201, expect.anything()]);
  };
  const ask = (person = 'ana', team = payments) =>
    portal.record(person, lake, { team });
  const decisions = async (query = '') =>
    (await portal.as('cleo').get(`${path}/decisions${query}`).expect(200)).body;
  return { propose, decide, withdraw, see, move, attest, ask, decisions };
}
