import { FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

const chunkSize = 64 * 1024;

/**
 * A file of this process alone, between a client and the database: neither waits
 * for the other, so that a slow client holds no snapshot and no lock. It has no
 * name once it is open, so that nothing of it is left behind.
 */
export class Spool {
  readonly #file: FileHandle;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Opens one, hands it out, and closes it whatever comes of it. */
  static async with<T>(use: (spool: Spool) => Promise<T>): Promise<T> {
    const folder = await mkdtemp(join(tmpdir(), 'pilot-'));
    const remove = () => rm(folder, { recursive: true, force: true });
    try {
      const file = await open(join(folder, 'everything'), 'wx+', 0o600);
      try {
        // Where open files cannot be removed, that is done in the end.
        await remove().catch(() => {});
        return await use(new Spool(file));
      } finally {
        await file.close();
      }
    } finally {
      await remove();
    }
  }

  /** Writes what comes, after what was written before. */
  async write(from: AsyncIterable<string | Uint8Array>): Promise<void> {
    for await (const chunk of from) {
      await this.#file.appendFile(chunk);
    }
  }

  /** All of it, from the beginning. */
  read(): Readable {
    return Readable.from(this.#chunks(), { objectMode: false });
  }

  async *#chunks(): AsyncGenerator<Buffer> {
    for (let position = 0; ; ) {
      const { bytesRead, buffer } = await this.#file.read({
        buffer: Buffer.alloc(chunkSize),
        position,
      });
      if (bytesRead === 0) {
        return;
      }
      position += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  }
}
