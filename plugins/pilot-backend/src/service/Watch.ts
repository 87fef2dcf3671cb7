import { createHmac } from 'node:crypto';

/**
 * Names targets for signals in a way that tells nothing to whoever cannot see
 * the target: only with its demand does one learn its name.
 */
export class Watch {
  readonly #key: Buffer;

  constructor(key: Buffer) {
    this.#key = key;
  }

  of(ref: string): string {
    return createHmac('sha256', this.#key)
      .update(ref)
      .digest('base64url')
      .slice(0, 22);
  }
}
