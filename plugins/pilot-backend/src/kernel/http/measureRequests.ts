import { RequestHandler } from 'express';
import { Measurements } from '../announce/Measurements';

/** Measures how long requests take, by the route as it is declared. */
export function measureRequests(measurements: Measurements): RequestHandler {
  return (request, response, next) => {
    const start = performance.now();
    response.once('finish', () =>
      measurements.requestAnswered({
        // Paths name entities and people; the route does not.
        route: String(request.route?.path ?? 'none'),
        method: request.method,
        status: response.statusCode,
        seconds: (performance.now() - start) / 1000,
      }),
    );
    next();
  };
}
