import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Awaits something, unless that takes too long.
 *
 * @throws Error when the time is over; what was begun may still come to its end
 */
export async function withinTime<T>(
  something: Promise<T>,
  what: string,
  limitMs: number,
): Promise<T> {
  const over = new AbortController();
  try {
    return await Promise.race([
      something,
      sleep(limitMs, undefined, { signal: over.signal, ref: false }).then(
        () => {
          throw new Error(`${what} took longer than ${limitMs / 1000} seconds`);
        },
      ),
    ]);
  } finally {
    over.abort();
  }
}
