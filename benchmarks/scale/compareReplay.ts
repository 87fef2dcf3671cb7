import { isDeepStrictEqual } from 'node:util';
import { Caller } from './Caller';
import { pathOf } from './pathOf';
import { RunningWorld } from './startWorld';

const pastDay = (now: Date) =>
  new Date(now.getTime() - 200 * 24 * 60 * 60 * 1000)
    .toISOString()
    .slice(0, 10);

/**
 * Fails unless what was put into the database answers what a replay of the logs
 * does, now and at a past date: otherwise nothing that is measured would count.
 */
export async function compareReplay(
  { world, chosen }: RunningWorld,
  caller: Caller,
  now: Date,
): Promise<number> {
  for (const index of chosen.sample) {
    const { ref } = world.target(index);
    const path = `pilot/demand/${pathOf(ref)}`;
    const demand = async (asOf: string) =>
      (await caller.call({ path: `${path}?asOf=${asOf}` })).json;
    const { json: kept } = await caller.call({ path });
    requireAlike(ref, kept, await demand(kept.asOf));

    const day = pastDay(now);
    const { json } = await caller.call({
      method: 'POST',
      path: 'pilot/demand/by-refs',
      body: { targets: [ref], asOf: day },
    });
    requireAlike(`${ref} at ${day}`, json.items[0], await demand(day));
  }
  return chosen.sample.length;
}

function requireAlike(what: string, kept: any, replayed: any): void {
  for (const key of [
    ...['score', 'level', 'number', 'breadth', 'specific'],
    ...['counts', 'trend', 'teams', 'raise', 'rollUp', 'policy'],
  ]) {
    if (
      key in kept &&
      !isDeepStrictEqual(rounded(kept[key]), rounded(replayed[key]))
    ) {
      throw new Error(
        `${what}: what is kept differs from a replay in ${key}: ` +
          `${JSON.stringify(kept[key])} and ${JSON.stringify(replayed[key])}`,
      );
    }
  }
}

/** Without the noise of adding in another order. */
function rounded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, inner) =>
      typeof inner === 'number' ? Number(inner.toFixed(8)) : inner,
    ),
  );
}
