import { setTimeout as sleep } from 'node:timers/promises';
import { PlainError } from '../process/PlainError.mjs';

// A hundred times what it takes: a portal that ends is noticed at once, one that is slow may be.
const limitMilliseconds = 20 * 60 * 1000;

/** Waits until the backend is ready and the frontend has been built and is served. */
export async function waitUntilReady({ settings, ended, logFile }) {
  let sentence;
  ended.then(text => {
    sentence = text;
  });
  const left = new Set([
    `${settings.backendAddress}/.backstage/health/v1/readiness`,
    `${settings.appUrl}/`,
  ]);
  const limit = Date.now() + limitMilliseconds;
  while (left.size > 0) {
    if (sentence) throw new PlainError(sentence);
    if (Date.now() > limit) {
      throw new PlainError(
        `The portal did not answer within twenty minutes: what it does is in ${logFile}.`,
      );
    }
    for (const url of left) {
      if (await answers(url)) left.delete(url);
    }
    await sleep(250);
  }
}

async function answers(url) {
  try {
    // The frontend answers only when its build is done, which may take longer than one try.
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    return response.ok;
  } catch {
    return false;
  }
}
