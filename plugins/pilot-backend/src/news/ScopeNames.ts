import { createHmac, createSecretKey, KeyObject } from 'node:crypto';

/**
 * Names what a notification is about, so that the next one takes its place. The
 * name tells its recipient nothing: ids of rows would count what there is, and
 * join what two people were told.
 */
export class ScopeNames {
  readonly #key: KeyObject;

  constructor(key: Buffer) {
    this.#key = createSecretKey(key);
  }

  of(recipient: string, scope: string): string {
    return createHmac('sha256', this.#key)
      .update(JSON.stringify([recipient, scope]))
      .digest('base64url')
      .slice(0, 22);
  }
}
