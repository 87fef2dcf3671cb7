import { createHmac, createSecretKey, KeyObject } from 'node:crypto';

/**
 * Names targets for signals, which everybody hears who reaches the socket, with a
 * token or without. A name holds for one day: only with its demand does one learn
 * whose it is, and nobody can follow a target from one day to another.
 */
export class SignalChannel {
  readonly #key: KeyObject;
  readonly #clock: () => Date;

  constructor(key: Buffer, clock: () => Date) {
    this.#key = createSecretKey(key);
    this.#clock = clock;
  }

  of(ref: string): string {
    // Pages see by the day that what they know is of another one.
    const day = this.#clock().toISOString().slice(0, 10);
    const name = createHmac('sha256', this.#key)
      .update(`${day} ${ref}`)
      .digest('base64url')
      .slice(0, 22);
    return `${day}.${name}`;
  }
}
