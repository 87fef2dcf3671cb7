import { AuditorServiceEventSeverityLevel } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { Request, Response } from 'express';
import { Cost } from '../cost/Cost';
import { Who } from '../service/Admission';
import { Asked } from '../service/Door';

/**
 * What the auditor hears of. Whoever is refused is reported in any case, and so
 * is who takes a whole list as CSV.
 */
export type RouteAudit =
  | {
      readonly eventId: string;
      readonly severity: AuditorServiceEventSeverityLevel;
    }
  | {
      /** Why reading it is not worth a line. */
      readonly unaudited: string;
      /** The event where all of it is asked for as CSV, for which there is a path that ends in `/csv` then. */
      readonly csvEventId?: string;
    };

/** A request that was let in and parsed. */
export interface Call<Parsed> {
  readonly parsed: Parsed;
  readonly asked: Asked;
  readonly request: Request;
  readonly response: Response;
  /** Adds to what the auditor hears of how it went. */
  readonly note: (meta: JsonObject) => void;
}

/** A body that a route takes. */
export interface RouteBody {
  readonly type: 'application/json' | 'application/x-ndjson';
  /** Bytes, at most. */
  readonly limit: number;
}

/** A body that a route reads itself, however long it is. */
export interface StreamedBody {
  readonly type: 'application/x-ndjson';
  readonly streamed: true;
}

/** What has to be said about a route before there is one. */
export interface RouteDeclaration<Parsed> {
  readonly method: 'get' | 'put' | 'post' | 'delete';
  readonly path: string;
  readonly who: Who;
  readonly audit: RouteAudit;
  /** How much it reads; where that depends, on what was asked. */
  readonly cost: Cost<[parsed: Parsed, request: Request]>;
  /** None if left out: whatever is sent is not read. */
  readonly body?: RouteBody | StreamedBody;
  /** @throws InputError that names the field */
  readonly parse: (request: Request) => Parsed;
  /** What the auditor hears of a request that could be parsed. */
  readonly meta?: (parsed: Parsed) => JsonObject;
  readonly handle: (call: Call<Parsed>) => Promise<void>;
}

declare const declared: unique symbol;

/** A route of the REST API; only {@link route} makes one. */
export interface Route extends RouteDeclaration<any> {
  readonly [declared]: true;
}

/** Declares a route: who may, how it is audited, what it takes and does. */
export function route<Parsed>(declaration: RouteDeclaration<Parsed>): Route {
  return declaration as RouteDeclaration<any> as Route;
}

/** JSON of up to 100 kB, or as much as said. */
export function jsonBody(limit = 100_000): RouteBody {
  return { type: 'application/json', limit };
}
