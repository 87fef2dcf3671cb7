import { ResponseError } from '@backstage/errors';

const names: Record<number, string> = {
  400: 'InputError',
  403: 'NotAllowedError',
  404: 'NotFoundError',
  409: 'ConflictError',
};

/**
 * A refusal as the client throws it.
 *
 * @param more - what else its body holds, such as `current` of a conflict
 */
export function refused(
  status: number,
  message: string,
  more: object = {},
): Promise<Error> {
  const name = names[status] ?? 'Error';
  const body = {
    error: { name, message },
    request: { method: 'GET', url: '/' },
    response: { statusCode: status },
    ...more,
  };
  const json = JSON.stringify(body);
  return ResponseError.fromResponse({
    ok: false,
    status,
    statusText: name,
    headers: new Headers({ 'content-type': 'application/json' }),
    text: async () => json,
    json: async () => body,
  } as Response);
}
