import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { Request, RequestHandler, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { Admission } from '../service/Admission';
import { answerConflict } from './answerConflict';
import { answerTooMany } from './answerTooMany';
import { csvSuffix, wantsCsv } from './answerCsv';
import { audited, auditedIfRefused } from './audited';
import { Route } from './Route';
import {
  explained,
  parseBody,
  refuseUnknown,
  validateRequests,
} from './validateRequests';

interface Mounting {
  readonly admission: Admission;
  readonly httpAuth: HttpAuthService;
  readonly auditor: AuditorService;
}

/**
 * Mounts routes, each in the same order: who is it and may they, then the body,
 * then what the OpenAPI document says, then the handler; and the auditor hears of
 * all of it. There is no other way to a route.
 */
export function mountRoutes(
  routes: readonly Route[],
  mounting: Mounting,
): Router {
  const router = PromiseRouter();
  for (const route of routes) {
    for (const path of pathsOf(route)) {
      router[route.method](path, (request, response) =>
        reported(route, request, mounting, note =>
          answer(route, { request, response, note }, mounting),
        ),
      );
    }
  }
  router.use(refuseUnknown());
  router.use(answerConflict());
  router.use(answerTooMany());
  return router;
}

/** A list that may be taken whole has a path for that, too. */
function pathsOf({ path, audit }: Route): string[] {
  const isList = 'unaudited' in audit && audit.csvEventId !== undefined;
  return isList ? [path, `${path}${csvSuffix}`] : [path];
}

async function answer(
  route: Route,
  call: {
    readonly request: Request;
    readonly response: Response;
    readonly note: (meta: JsonObject) => void;
  },
  { admission, httpAuth }: Mounting,
): Promise<void> {
  const { request, response, note } = call;
  const { principals } = route.who;
  const credentials = await httpAuth.credentials(
    request as any,
    {
      allow: ['user', 'service', ...(principals === 'anybody' ? ['none'] : [])],
    } as { allow: ['user', 'service'] },
  );
  const asked = await admission.admit(route.who, credentials);
  try {
    for (const handler of [...parseBody(route.body), ...validateRequests()]) {
      await run(handler, request, response);
    }
  } catch (error) {
    throw explained(error, request);
  }
  const parsed = route.parse(request);
  note(route.meta?.(parsed) ?? {});
  await route.handle({ parsed, asked, ...call });
}

/** Tells the auditor what the route says that it hears. */
async function reported(
  { method, path, audit }: Route,
  request: Request,
  { auditor }: Mounting,
  act: (note: (meta: JsonObject) => void) => Promise<void>,
): Promise<void> {
  // The auditor knows only the plain request, whatever its parameters.
  const asking = { request: request as any };
  const isBulk = 'unaudited' in audit && audit.csvEventId && wantsCsv(request);
  if (!('unaudited' in audit)) {
    const { eventId, severity } = audit;
    const event = { ...asking, eventId, severityLevel: severity };
    await audited(auditor, event, act);
  } else if (isBulk) {
    const event = { eventId: audit.csvEventId!, severityLevel: 'medium' };
    await audited(auditor, { ...asking, ...event } as any, act);
  } else {
    const meta = { route: `${method.toLocaleUpperCase('en-US')} ${path}` };
    await auditedIfRefused(auditor, { ...asking, meta }, () => act(() => {}));
  }
}

function run(
  handler: RequestHandler,
  request: Request,
  response: Response,
): Promise<void> {
  return new Promise((resolve, reject) => {
    handler(request, response, error => (error ? reject(error) : resolve()));
  });
}
