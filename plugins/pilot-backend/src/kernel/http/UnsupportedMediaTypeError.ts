import { CustomErrorBase } from '@backstage/errors';

/** A body of another content type than the route takes. */
export class UnsupportedMediaTypeError extends CustomErrorBase {
  override name = 'UnsupportedMediaTypeError' as const;
  readonly statusCode = 415;

  constructor(wanted: string, sent: string | undefined) {
    const what = wanted === 'application/json' ? 'JSON' : 'JSON lines';
    super(
      `body: must be ${what}; send it with the header "Content-Type: ${wanted}"${
        sent ? `, not "${sent}"` : ''
      }`,
    );
  }
}
