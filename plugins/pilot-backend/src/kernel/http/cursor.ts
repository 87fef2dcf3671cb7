import { InputError } from '@backstage/errors';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Bytes that the length of a position is filled up to. */
const block = 256;

/**
 * Cursors are encrypted, because they may hold the position of a row that the
 * caller cannot see, and all about as long: the digits of an id would tell how many
 * rows there are.
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
      cipher.update(filled(JSON.stringify(position))),
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

/** Spaces at its end change nothing for who parses it. */
function filled(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const length = Math.ceil(bytes.length / block) * block;
  return Buffer.concat([bytes, Buffer.alloc(length - bytes.length, ' ')]);
}
