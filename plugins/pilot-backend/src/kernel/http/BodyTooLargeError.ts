import { CustomErrorBase } from '@backstage/errors';

/** A body of more bytes than the route takes. */
export class BodyTooLargeError extends CustomErrorBase {
  override name = 'BodyTooLargeError' as const;
  readonly statusCode = 413;

  constructor(limit: number) {
    const size = limit < 1e6 ? `${limit / 1e3} kB` : `${limit / 1e6} MB`;
    super(`body: is too large; send at most ${size}`);
  }
}
