import { ServiceUnavailableError } from '@backstage/errors';

/**
 * A row holds what this version of the plugin cannot read: it was damaged, or a
 * newer version wrote it.
 */
export class UnreadableRowError extends ServiceUnavailableError {
  constructor(field: string, problem: string) {
    super(
      `What is stored here cannot be read (${field} ${problem}); an administrator finds it in the log`,
    );
  }
}
