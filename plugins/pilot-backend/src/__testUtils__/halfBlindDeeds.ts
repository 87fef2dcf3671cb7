import { Half } from './halfBlindPortals';
import { halfBlindRef } from './halfBlindMaking';
import { HalfBlindWorld } from './halfBlindWorlds';
import { pathOf, TestPortal } from './testPortal';

/** Deeds of somebody else in a world that the half-blind caller may hear of. */
const deeds: ReadonlyArray<
  (world: HalfBlindWorld, portal: TestPortal) => Promise<unknown>
> = [
  // The owner proposes, of what is seen and of what is hidden.
  async ({ name, hidden }, portal) => {
    const pilot = hidden.find(({ metadata }) => metadata.name === `${name}-z`);
    return (
      pilot &&
      portal
        .as(`olaf.${name}-owner`)
        .post(`/pilots/default/${name}-z/proposals`)
        .send({ to: 'retired', reason: pilot.metadata.title })
    );
  },
  async ({ name, refs: [p] }, portal) =>
    portal
      .as(`olaf.${name}-owner`)
      .post(`/pilots/${p.slice('pilot:'.length)}/proposals`)
      .send({ to: 'point-solution', reason: 'Nobody else came' }),
  async ({ name, own }, portal) =>
    portal
      .as(`vic.veiled`)
      .put(`/interests/${pathOf(own)}`)
      .send({
        team: 'group:default/veiled',
        otherwise: 'build-own',
        useCaseKey: name,
      }),
  // Whoever owns what it was merged into answers what moved there.
  async ({ name }, portal) => {
    const row = await portal
      .knex('interest')
      .where({ author: halfBlindRef, use_case_key: `${name}-moved` })
      .first();
    return (
      row &&
      portal
        .as(`omar.${name}-owner.${name}-after`)
        .put(`/interests/${row.id}/status`)
        .send({ status: 'planned', note: 'Next year', version: row.version })
    );
  },
  async ({ refs: [, q] }, portal) =>
    portal
      .as('ada.architects')
      .post(`/readiness/${pathOf(q)}/waivers`)
      .send({
        ...{ check: 'headcount.support', reason: 'It comes' },
        expiresAt: '2026-11-28T12:00:00Z',
      }),
  async ({ name, refs: [, q] }, portal) =>
    portal
      .as(`olaf.${name}-owner.payments`)
      .post(`/readiness/${pathOf(q)}/attestations`)
      .send({
        ...{ check: 'headcount.support', verdict: 'pass' },
        evidence: 'https://wiki.example.com',
        expiresAt: '2026-11-28T12:00:00Z',
      }),
];

/** One deed in each world, the same in both portals. */
export async function stir(
  halves: readonly Half[],
  tick: () => void,
): Promise<void> {
  for (const index of halves[0].worlds.keys()) {
    tick();
    const deed = deeds[index % (2 * deeds.length)] ?? (async () => {});
    await Promise.all(
      halves.map(({ portal, worlds }) => deed(worlds[index], portal)),
    );
  }
}
