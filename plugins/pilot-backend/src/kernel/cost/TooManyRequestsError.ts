import { CustomErrorBase } from '@backstage/errors';

/** Something costly is being worked out already; the same request is welcome later. */
export class TooManyRequestsError extends CustomErrorBase {
  override name = 'TooManyRequestsError' as const;
  readonly statusCode = 429;
  /** Seconds after which to try again. */
  readonly retryAfter: number;

  constructor(message: string, retryAfter: number) {
    super(message);
    this.retryAfter = retryAfter;
  }
}
