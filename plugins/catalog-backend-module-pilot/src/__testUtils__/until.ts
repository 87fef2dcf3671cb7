import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual, inspect } from 'node:util';

/** Asks again and again until the answer is the expected one. */
export async function until<T>(
  ask: () => Promise<T>,
  expected: NoInfer<T>,
): Promise<void> {
  let answer: T | undefined;
  for (let attempt = 0; attempt < 600; attempt++) {
    answer = await ask();
    if (isDeepStrictEqual(answer, expected)) {
      return;
    }
    await sleep(100);
  }
  throw new Error(
    `Expected in the end ${inspect(expected)}, but it stays ${inspect(answer)}`,
  );
}
