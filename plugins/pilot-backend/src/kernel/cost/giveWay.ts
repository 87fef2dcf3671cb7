import { AsyncLocalStorage } from 'node:async_hooks';
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work after which others get their turn. */
export const sliceMs = 5;
/**
 * Turns of others after each. A small request has some dozens, of its own and of
 * what it asks; with one at a time, each of them would wait for a slice of work.
 */
export const turns = 4;

/** Time of the last turn of somebody else, as far as is known here. */
let since = performance.now();
const waitedFor = new AsyncLocalStorage<AbortSignal | undefined>();

/**
 * Lets everything else that waits have its turn if this one has lasted for some
 * time; to be called between the steps of whatever goes through many rows. A
 * step is short: one statement of the database, or some hundred rows.
 *
 * @throws the reason of the signal if nobody waits for the result any more
 */
export async function giveWay(): Promise<void> {
  if (performance.now() - since >= sliceMs) {
    for (let turn = 0; turn < turns; turn++) {
      await setImmediate();
    }
    since = performance.now();
  }
  waitedFor.getStore()?.throwIfAborted();
}

/** Does work that ends early, where it gives way, once the signal is given. */
export function whileWaitedFor<T>(
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  return waitedFor.run(signal, work);
}

/** Does work to its end whoever leaves: others wait for it as well, or it writes. */
export function toItsEnd<T>(work: () => Promise<T>): Promise<T> {
  return waitedFor.run(undefined, work);
}
