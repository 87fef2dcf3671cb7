import { AuditorServiceEventSeverityLevel } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { Request, Response } from 'express';
import type { z } from 'zod';
import { Cost } from '../cost/Cost';
import { Who } from '../access/Admission';
import { CallOptions } from '../access/CallOptions';

/**
 * Event that the auditor gets. Whoever is refused is reported in any case, and
 * so is who takes a whole list as CSV.
 */
export type RouteAudit =
  | {
      readonly eventId: string;
      readonly severity: AuditorServiceEventSeverityLevel;
    }
  | {
      /** Reason why reading it is not worth a line. */
      readonly unaudited: string;
      /** The event where all of it is asked for as CSV, for which there is a path that ends in `/csv` then. */
      readonly csvEventId?: string;
    };

/** A request that was let in and parsed. */
export interface Call<Parsed> {
  readonly parsed: Parsed;
  readonly options: CallOptions;
  readonly request: Request;
  readonly response: Response;
  /** Adds to what the auditor hears of how it went. */
  readonly note: (meta: JsonObject) => void;
}

/** A body that a route takes. */
export interface RouteBody<Body = unknown> {
  readonly type: 'application/json' | 'application/x-ndjson';
  /** Bytes, at most. */
  readonly limit: number;
  /** Schema that parses it; the OpenAPI document has the same. */
  readonly schema: z.ZodType<Body>;
}

/** A body that a route reads itself, however long it is. */
export interface StreamedBody {
  readonly type: 'application/x-ndjson';
  readonly streamed: true;
}

/** Declaration that every route is made from. */
export interface RouteDeclaration<Parsed, Body = undefined> {
  readonly method: 'get' | 'put' | 'post' | 'delete';
  readonly path: string;
  readonly who: Who;
  readonly audit: RouteAudit;
  /** Size of its reads, or how it follows from the request. */
  readonly cost: Cost<[parsed: Parsed, request: Request]>;
  /** None if left out: whatever is sent is not read. */
  readonly body?: RouteBody<Body> | StreamedBody;
  /**
   * @param body - as its schema parsed it
   * @throws InputError that names the field
   */
  readonly parse: (request: Request, body: Body) => Parsed;
  /** Details for the auditor of a request that could be parsed. */
  readonly meta?: (parsed: Parsed) => JsonObject;
  readonly handle: (call: Call<Parsed>) => Promise<void>;
}

declare const declared: unique symbol;

/** A route of the REST API; only {@link route} makes one. */
export interface Route extends RouteDeclaration<any, any> {
  readonly [declared]: true;
}

/** Declares a route: who may, how it is audited, what it takes and does. */
export function route<Parsed, Body = undefined>(
  declaration: RouteDeclaration<Parsed, Body>,
): Route {
  return declaration as RouteDeclaration<any, any> as Route;
}

/** JSON by a schema, of up to 100 kB, or as much as said. */
export function jsonBody<Body>(
  schema: z.ZodType<Body>,
  limit = 100_000,
): RouteBody<Body> {
  return { type: 'application/json', limit, schema };
}
