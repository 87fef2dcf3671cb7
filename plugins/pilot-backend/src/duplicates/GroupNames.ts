import { createHmac, createSecretKey, KeyObject } from 'node:crypto';
import { TargetGroup } from './groupTargets';

/**
 * Names groups by what is in them, so that a dismissal holds as long as the same
 * targets are alike. The names are made with a secret: from one, nobody can find
 * out by trying which targets that they cannot see are in the group.
 */
export class GroupNames {
  readonly #key: KeyObject;

  constructor(key: Buffer) {
    this.#key = createSecretKey(key);
  }

  of({ members, reasons }: TargetGroup): string {
    // Words come and go with the rest of the catalog; what they are is no name.
    const [kind = 'otherwise'] = reasons.map(({ code }) => code);
    return createHmac('sha256', this.#key)
      .update(JSON.stringify([kind, [...members].sort()]))
      .digest('hex')
      .slice(0, 32);
  }
}
