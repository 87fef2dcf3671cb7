import { ConflictError } from '@backstage/errors';
import { Interest } from '@pilot-to-platform/plugin-pilot-common';

/** The caller saw another version; `current` is the one that stands. */
export class ConflictWithCurrentError extends ConflictError {
  readonly current: Interest;

  constructor(message: string, current: Interest) {
    super(message);
    this.current = current;
  }
}
