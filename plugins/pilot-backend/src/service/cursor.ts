import { InputError } from '@backstage/errors';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * Cursors are encrypted, because they may hold the position of a row that the
 * caller cannot see.
 */
export class CursorCodec<T> {
  readonly #key: Buffer;

  constructor(key: Buffer) {
    this.#key = key;
  }

  encode(position: T): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv);
    const text = Buffer.concat([
      cipher.update(JSON.stringify(position), 'utf8'),
      cipher.final(),
    ]);
    return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
  }

  /** @throws InputError for anything that `encode` did not make for this list. */
  decode(cursor: string, isOfList: (position: T) => boolean = () => true): T {
    try {
      const bytes = Buffer.from(cursor, 'base64url');
      const decipher = createDecipheriv(
        'aes-256-gcm',
        this.#key,
        bytes.subarray(0, 12),
      );
      decipher.setAuthTag(bytes.subarray(12, 28));
      const text = Buffer.concat([
        decipher.update(bytes.subarray(28)),
        decipher.final(),
      ]);
      const position: T = JSON.parse(text.toString('utf8'));
      if (isOfList(position)) {
        return position;
      }
    } catch {
      // Whatever is wrong with it, the caller can only begin again.
    }
    throw new InputError(
      'cursor: is not one of this list; ask for the first page again',
    );
  }
}
