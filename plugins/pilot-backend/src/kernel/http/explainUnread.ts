import { InputError } from '@backstage/errors';
import { Request, RequestHandler } from 'express';
import { BodyTooLargeError } from './BodyTooLargeError';
import { UnreadableBodyError } from './UnreadableBodyError';

/** Refuses a packed body: one that is read as it comes is not unpacked. */
export function requirePlain(): RequestHandler {
  return (request, _response, next) => {
    const packed = request.get('content-encoding') ?? 'identity';
    next(
      packed === 'identity'
        ? undefined
        : new UnreadableBodyError(
            `body: must not be packed; send it without the header "Content-Encoding: ${packed}"`,
          ),
    );
  };
}

/**
 * Explains in words of the API why a body could not be read, if it could not.
 *
 * @param error - as the parser of bodies throws it
 * @param isList - whether the body has to be a list
 */
export function explainUnread(
  error: any,
  request: Request,
  isList: boolean,
): Error | undefined {
  switch (error?.type) {
    case 'entity.parse.failed':
      return new InputError(
        `body: is not a JSON ${isList ? 'list' : 'object'}`,
      );
    case 'entity.too.large':
      return new BodyTooLargeError(error.limit);
    case 'charset.unsupported':
      return new UnreadableBodyError(
        'body: must be UTF-8; send it with the header "Content-Type: …; charset=utf-8", or without a charset',
      );
    case 'encoding.unsupported':
      return new UnreadableBodyError(
        `body: must be plain, or packed with gzip or deflate, not "${error.encoding}"`,
      );
    default:
  }
  // As zlib says that what it was given is not packed as the header says.
  if (/^Z_/.test(error?.code)) {
    return new InputError(
      `body: is not packed as the header "Content-Encoding: ${request.get(
        'content-encoding',
      )}" says`,
    );
  }
  return undefined;
}
