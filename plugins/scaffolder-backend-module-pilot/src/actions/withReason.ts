import { ForwardedError } from '@backstage/errors';

/**
 * For `catch`: tells the reason of a refusal in the message. The task page shows
 * a message only, and the reason is in the cause.
 */
export function withReason(message: string): (error: any) => never {
  return error => {
    throw new ForwardedError(message, error.cause ?? error);
  };
}
