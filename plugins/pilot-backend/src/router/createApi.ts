import {
  AuditorService,
  AuthService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { Router } from 'express';
import type { Services } from '../createServices';
import { createAdoptionRouter } from './createAdoptionRouter';
import { createDemandRouter } from './createDemandRouter';
import { createExchangeRouter } from './createExchangeRouter';
import { createListingRouter } from './createListingRouter';
import { createMergeRouter } from './createMergeRouter';
import { createPhaseRouter } from './createPhaseRouter';
import { createProjectionRouter } from './createProjectionRouter';
import { createReadinessRouter } from './createReadinessRouter';
import { createRouter } from './createRouter';
import { createSimilarRouter } from './createSimilarRouter';
import { createTriageRouter } from './createTriageRouter';

/** The whole REST API, a router for each of its parts. */
export function createApi(options: {
  services: Services;
  exportLines: () => AsyncIterable<string>;
  auth: AuthService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  clock: () => Date;
}): Router {
  const { services } = options;
  const shared = { ...options, ...services };
  return createRouter(shared, [
    createListingRouter(shared),
    createDemandRouter(shared),
    createSimilarRouter(shared),
    createMergeRouter(shared),
    createTriageRouter(shared),
    createPhaseRouter(shared),
    createReadinessRouter(shared),
    createAdoptionRouter(shared),
    createExchangeRouter(shared),
    createProjectionRouter(shared),
  ]);
}
