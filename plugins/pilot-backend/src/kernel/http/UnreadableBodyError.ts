import { CustomErrorBase } from '@backstage/errors';

/** A body in an alphabet, or packed in a way, that the route does not read. */
export class UnreadableBodyError extends CustomErrorBase {
  override name = 'UnsupportedMediaTypeError' as const;
  readonly statusCode = 415;
}
