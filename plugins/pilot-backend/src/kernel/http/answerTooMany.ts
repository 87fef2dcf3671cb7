import { ErrorRequestHandler } from 'express';
import { TooManyRequestsError } from '../cost/TooManyRequestsError';

/** Says in a header when to try again. */
export function answerTooMany(): ErrorRequestHandler {
  return (error, _, response, next) => {
    if (error instanceof TooManyRequestsError) {
      response.set('Retry-After', String(error.retryAfter));
    }
    next(error);
  };
}
