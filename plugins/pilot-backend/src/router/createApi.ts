import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { RequestHandler } from 'express';
import type { Services } from '../createServices';
import { adoptionRoutes } from './adoptionRoutes';
import { changeRoutes } from './changeRoutes';
import { demandRoutes } from './demandRoutes';
import { exchangeRoutes } from './exchangeRoutes';
import { interestRoutes } from './interestRoutes';
import { listingRoutes } from './listingRoutes';
import { maintenanceRoutes } from './maintenanceRoutes';
import { mergeRoutes } from './mergeRoutes';
import { mountRoutes } from './mountRoutes';
import { personRoutes } from './personRoutes';
import { phaseRoutes } from './phaseRoutes';
import { projectionRoutes } from './projectionRoutes';
import { readinessRoutes } from './readinessRoutes';
import { redateRoutes } from './redateRoutes';
import { Route } from './Route';
import { similarRoutes } from './similarRoutes';
import { transferRoutes } from './transferRoutes';
import { triageRoutes } from './triageRoutes';

interface ApiOptions {
  services: Services;
  exportLines: () => AsyncIterable<string>;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  clock: () => Date;
}

/** The whole REST API. */
export function createApi(options: ApiOptions): RequestHandler {
  const { admission, costlyReads } = options.services;
  const mounting = { ...options, admission, costlyReads };
  return mountRoutes(routesOf(options), mounting);
}

/** Every route of the API, as it is declared. */
export function routesOf({ services, ...options }: ApiOptions): Route[] {
  const shared = { ...options, ...services };
  return [
    ...interestRoutes(shared),
    ...listingRoutes(shared),
    ...demandRoutes(shared),
    ...similarRoutes(shared),
    ...mergeRoutes(shared),
    ...personRoutes(shared),
    ...triageRoutes(shared),
    ...phaseRoutes(shared),
    ...readinessRoutes(shared),
    ...adoptionRoutes(shared),
    ...exchangeRoutes(shared),
    ...redateRoutes(shared),
    ...transferRoutes(shared),
    ...maintenanceRoutes(shared),
    ...projectionRoutes(shared),
    ...changeRoutes(shared),
  ];
}
