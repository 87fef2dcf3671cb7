import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { RequestHandler } from 'express';
import type { Services } from './createServices';
import { adoptionRoutes } from '../pilots/adoptionRoutes';
import { changeRoutes } from '../operating/changeRoutes';
import { demandRoutes } from '../demand/demandRoutes';
import { openapiDocument } from './document';
import { documentRoutes } from './documentRoutes';
import { exchangeRoutes } from '../interest/exchangeRoutes';
import { interestRoutes } from '../interest/interestRoutes';
import { listingRoutes } from '../interest/listingRoutes';
import { maintenanceRoutes } from '../operating/maintenanceRoutes';
import { mergeRoutes } from '../duplicates/mergeRoutes';
import { mountRoutes } from '../kernel/http/mountRoutes';
import { personRoutes } from '../operating/personRoutes';
import { phaseRoutes } from '../pilots/phaseRoutes';
import { projectionRoutes } from '../targets/projectionRoutes';
import { readinessRoutes } from '../readiness/readinessRoutes';
import { redateRoutes } from '../operating/redateRoutes';
import { Route } from '../kernel/http/Route';
import { similarRoutes } from '../duplicates/similarRoutes';
import { transferRoutes } from '../operating/transferRoutes';
import { triageRoutes } from '../interest/triageRoutes';

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
