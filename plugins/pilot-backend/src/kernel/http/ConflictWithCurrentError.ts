import { ConflictError } from '@backstage/errors';
import { Interest, Pilot } from '@pilot-to-platform/plugin-pilot-common';

/** The caller saw another version; `current` is the one that stands. */
export class ConflictWithCurrentError extends ConflictError {
  readonly current: Interest | Pilot;

  constructor(message: string, current: Interest | Pilot) {
    super(message);
    this.current = current;
  }
}
