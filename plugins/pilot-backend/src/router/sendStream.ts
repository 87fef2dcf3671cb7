import { Response } from 'express';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Whoever takes nothing of an answer for so long gives its place to others. */
const stalledMs = 60_000;

/** Sends what comes as it comes, as fast as its reader takes it. */
export async function sendStream(
  response: Response,
  source: Readable,
  ...steps: readonly Transform[]
): Promise<void> {
  response.setTimeout(stalledMs, () => response.destroy());
  await pipeline([source, ...steps, response]);
}
