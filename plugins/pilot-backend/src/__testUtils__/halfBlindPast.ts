import { halfBlindRef, one, randomOf } from './halfBlindMaking';
import { HalfBlindWorld } from './halfBlindWorlds';
import { pathOf, TestPortal } from './testPortal';

/** Lives the past of a portal before the half-blind caller looks. */
export async function live(
  portal: TestPortal,
  worlds: readonly HalfBlindWorld[],
  which: number,
): Promise<void> {
  await merge(portal, worlds);
  await rate(portal, worlds);
  await dismiss(portal, worlds, which);
  await erase(portal, which);
}

/** Merges what the caller sees into what is hidden, and the other way round. */
async function merge(
  portal: TestPortal,
  worlds: readonly HalfBlindWorld[],
): Promise<void> {
  const merges = worlds.flatMap(({ moved, into, source, refs: [p] }) => [
    ...(moved ? [{ from: moved, into }] : []),
    ...(source ? [{ from: source, into: p }] : []),
  ]);
  for (const { from, into } of merges) {
    await portal
      .as('root.operators')
      .post('/merges')
      .send({ from, into, reason: `It goes on as ${into}` })
      .expect(200);
  }
}

/** A hidden team says how well a seen Pilot serves it, and another a hidden one. */
async function rate(
  portal: TestPortal,
  worlds: readonly HalfBlindWorld[],
): Promise<void> {
  for (const [index, { served, team }] of worlds.entries()) {
    for (const ref of served) {
      await portal
        .as(`rita.${team.split('/')[1]}`)
        .put(`${pathOf(ref).replace('pilot', '/pilots')}/satisfaction`)
        .send({ team, score: 1 + (index % 5), note: `By ${team}` })
        .expect(200);
    }
  }
}

/** In one of the portals somebody who sees all finds groups with hidden members to be none. */
async function dismiss(
  portal: TestPortal,
  worlds: readonly HalfBlindWorld[],
  which: number,
): Promise<void> {
  if (which > 0) {
    return;
  }
  const hidden = portal.catalog.hidden.get(halfBlindRef)!;
  const { body } = await portal
    .as('ada.architects')
    .get('/fragmentation')
    .expect(200);
  for (const { key, members } of body.groups) {
    if (members.some(({ target }: any) => hidden.includes(target))) {
      await portal
        .as('ada.architects')
        .post('/fragmentation/dismissals')
        .send({ key, reason: `All ${worlds.length} are on purpose` })
        .expect(200);
    }
  }
}

/** Somebody whom the caller has never seen asks to be forgotten, another one in each portal. */
async function erase(portal: TestPortal, which: number): Promise<void> {
  const gone = one(randomOf(which + 1), [2, 3, 4, 5]);
  await portal
    .as('root.operators')
    .post('/persons/erase')
    .send({ person: `user:default/secret-${gone}` })
    .expect(200);
}
