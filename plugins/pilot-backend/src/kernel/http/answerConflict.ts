import { ErrorRequestHandler } from 'express';
import { ConflictWithCurrentError } from './ConflictWithCurrentError';

/** Sends the version that stands along with a conflict. */
export function answerConflict(): ErrorRequestHandler {
  return (error, { method, url }, response, next) => {
    if (!(error instanceof ConflictWithCurrentError)) {
      next(error);
      return;
    }
    const { name, message, current } = error;
    response.status(409).json({
      error: { name, message },
      request: { method, url },
      response: { statusCode: 409 },
      current,
    });
  };
}
