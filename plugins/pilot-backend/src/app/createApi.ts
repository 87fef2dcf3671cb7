import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { RequestHandler } from 'express';
import type { Services } from './createServices';
import { openapiDocument } from './document';
import { documentRoutes } from './documentRoutes';
import { features } from './features';
import { mountRoutes } from '../kernel/http/mountRoutes';
import { Route } from '../kernel/http/Route';

interface ApiOptions {
  services: Services;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  clock: () => Date;
}

/** The whole REST API. */
export function createApi(options: ApiOptions): RequestHandler {
  const { admission, costlyReads } = options.services;
  const mounting = {
    ...options,
    admission,
    costlyReads,
    document: openapiDocument,
  };
  return mountRoutes(routesOf(options), mounting);
}

/** Every route of the API, as it is declared. */
export function routesOf({ services, ...options }: ApiOptions): Route[] {
  const shared = { ...options, ...services };
  return [
    ...documentRoutes(),
    ...features.targets.routes(shared),
    ...features.demand.routes(shared),
    ...features.interest.routes(shared),
    ...features.readiness.routes(shared),
    ...features.pilots.routes(shared),
    ...features.duplicates.routes(shared),
    ...features.operating.routes(shared),
  ];
}
