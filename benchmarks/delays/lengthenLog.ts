import { RunningWorld } from '../scale/startWorld';

/** Lines that the log of the hottest target gets. */
const lines = 100_000;
const spanMs = 700 * 24 * 60 * 60 * 1000;

/** Lets everybody who asked for the hottest target have confirmed that many times. */
export async function lengthenLog(
  { world, chosen, knex }: RunningWorld,
  now: Date,
): Promise<void> {
  const { ref } = world.target(chosen.hottest);
  const { id } = await knex('target').where({ ref }).first('id');
  const asks: Array<{ id: string; author: string; created_at: number }> =
    await knex('interest')
      .where('target_id', id)
      .orderBy('id')
      .select('id', 'author', 'created_at');
  await knex.transaction(async tx => {
    for (let first = 0; first < lines; first += 100) {
      const rows = Array.from({ length: 100 }, (_, index) => {
        const number = first + index;
        const ask = asks[number % asks.length];
        const at = Math.max(
          now.getTime() - spanMs + Math.floor((number / lines) * spanMs),
          Number(ask.created_at) + 1,
        );
        const time = new Date(at).toISOString();
        const change = { confirmedAt: time, updatedAt: time };
        return {
          ...{ target_id: id, at, recorded_at: at, type: 'confirmed' },
          actor: ask.author,
          payload: JSON.stringify({ id: ask.id, change }),
        };
      });
      await tx('interest_log').insert(rows);
    }
  });
}
