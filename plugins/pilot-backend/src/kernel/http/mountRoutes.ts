import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { Request, RequestHandler, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { sizeOf } from '../cost/Cost';
import { CostlyReads } from '../cost/CostlyReads';
import { toItsEnd } from '../cost/giveWay';
import { principalOf } from '../cost/principalOf';
import { Admission } from '../access/Admission';
import { answerConflict } from './answerConflict';
import { answerTooMany } from './answerTooMany';
import { csvSuffix, wantsCsv } from './answerCsv';
import { audited, auditedIfRefused } from './audited';
import { Route } from './Route';
import {
  explained,
  parseBody,
  readBody,
  refuseUnknown,
  validateRequests,
  ApiDocument,
} from './validateRequests';

interface MountOptions {
  readonly document: ApiDocument;
  readonly admission: Admission;
  readonly costlyReads: CostlyReads;
  readonly httpAuth: HttpAuthService;
  readonly auditor: AuditorService;
}

/**
 * Mounts routes, which handle requests in the same order: caller and permissions,
 * the body, the OpenAPI document, a place among the costly reads where a route
 * needs one, the handler; and all of it is audited. There is no other way to
 * declare a route.
 */
export function mountRoutes(
  routes: readonly Route[],
  mounting: MountOptions,
): Router {
  const router = PromiseRouter();
  for (const route of routes) {
    for (const path of pathsOf(route)) {
      router[route.method](path, async (request, response) => {
        const { signal } = goneOf(response);
        try {
          await reported(route, request, mounting, note =>
            answer(route, { request, response, note, signal }, mounting),
          );
        } catch (error) {
          // Nobody is there any more to be told.
          if (!signal.aborted) {
            throw error;
          }
        }
      });
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
    readonly signal: AbortSignal;
  },
  { admission, costlyReads, httpAuth, document }: MountOptions,
): Promise<void> {
  const { request, response, note, signal } = call;
  const { principals } = route.who;
  const credentials = await httpAuth.credentials(
    request as any,
    {
      allow: ['user', 'service', ...(principals === 'anybody' ? ['none'] : [])],
    } as { allow: ['user', 'service'] },
  );
  const options = await admission.admit(route.who, credentials);
  try {
    for (const handler of [
      ...parseBody(route.body),
      ...validateRequests(document),
    ]) {
      await run(handler, request, response);
    }
  } catch (error) {
    throw explained(error, request, { body: route.body, document });
  }
  const parsed = route.parse(request, readBody(route.body, request));
  note(route.meta?.(parsed) ?? {});
  const read = {
    size: sizeOf(route.cost, parsed, request),
    by: principalOf(credentials),
    kind: route.path,
    signal,
  };
  const work = () => route.handle({ parsed, options, request, response, note });
  await costlyReads.run(read, isRead(route) ? work : () => toItsEnd(work));
}

/** True for reads: a write goes on to its end when its client hangs up. */
function isRead({ method, audit }: Route): boolean {
  return method === 'get' || 'unaudited' in audit;
}

/** Is given when the client hangs up before it has the whole answer. */
function goneOf(response: Response): AbortController {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) {
      gone.abort();
    }
  });
  return gone;
}

/** Tells the auditor what the route says that it hears. */
async function reported(
  { method, path, audit }: Route,
  request: Request,
  { auditor }: MountOptions,
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
