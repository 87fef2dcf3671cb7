import { performance } from 'node:perf_hooks';
import {
  giveWay,
  sliceMs,
  toItsEnd,
  turns as given,
  whileWaitedFor,
} from './giveWay';

/** Later with each test. */
let now = 1e9;

/** Turns that others had while work of so many steps was done, each taking so long. */
async function turnsBeside(steps: number, stepMs: number): Promise<number> {
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => now);
  let turns = 0;
  let ended = false;
  const other = () => {
    if (!ended) {
      turns += 1;
      setImmediate(other);
    }
  };
  // Whatever the time was before, the first step begins a turn.
  now += 1e6;
  await giveWay();
  setImmediate(other);
  for (let step = 0; step < steps; step++) {
    now += stepMs;
    await giveWay();
  }
  ended = true;
  clock.mockRestore();
  return turns;
}

it.each([
  ['short steps together', 8, sliceMs / 10, 0],
  ['ten slices of short steps', 100, sliceMs / 10, 10 * given],
  ['every long step', 5, 3 * sliceMs, 5 * given],
])('lets others have a turn after %s', async (_, steps, stepMs, turns) => {
  expect(await turnsBeside(steps, stepMs)).toBe(turns);
});

it('ends what nobody waits for any more', async () => {
  const signal = AbortSignal.abort(new Error('gone'));
  await expect(whileWaitedFor(signal, giveWay)).rejects.toThrow('gone');
});

it('goes on with what others wait for as well', async () => {
  const signal = AbortSignal.abort(new Error('gone'));
  await expect(
    whileWaitedFor(signal, () => toItsEnd(giveWay)),
  ).resolves.toBeUndefined();
});

it('knows no signal outside of a read', async () => {
  await expect(giveWay()).resolves.toBeUndefined();
});
