import { Response } from 'express';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { inPieces } from './inPieces';

/** Whoever takes nothing of an answer for so long gives its place to others. */
const stalledMs = 60_000;

/** Sends texts as they come, as fast as their reader takes them. */
export async function sendStream(
  response: Response,
  source: Readable,
  ...steps: readonly Transform[]
): Promise<void> {
  response.setTimeout(stalledMs, () => response.destroy());
  await pipeline([source, ...steps, inPieces(), response]);
}
