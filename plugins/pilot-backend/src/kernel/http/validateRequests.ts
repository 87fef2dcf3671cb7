import { InputError, NotFoundError } from '@backstage/errors';
import express, { Request, RequestHandler } from 'express';
import { middleware } from 'express-openapi-validator';
import { z } from 'zod';
import {
  DescribedParameter,
  describeParameter,
  describeUnknown,
} from './describeParameter';
import { explainUnread, requirePlain } from './explainUnread';
import { parseWith } from './parse';
import { RouteBody, StreamedBody } from './Route';
import { UnsupportedMediaTypeError } from './UnsupportedMediaTypeError';

/** The validator takes a body for missing that nobody has read. */
const leaveUnread: RequestHandler = (request, _response, next) => {
  request.body = '';
  next();
};

type TakenBody = RouteBody | StreamedBody;

/** Reads the body that a route takes, and none where it takes none. */
export function parseBody(body: TakenBody | undefined): RequestHandler[] {
  if (!body) {
    return [];
  }
  if ('streamed' in body) {
    return [requireType(body), requirePlain(), leaveUnread];
  }
  const { type, limit } = body;
  return [
    requireType(body),
    type === 'application/json'
      ? express.json({ type, limit })
      : express.text({ type, limit }),
  ];
}

/**
 * The body of a request by the schema of its route; nothing where there is none.
 *
 * @throws InputError that names the field
 */
export function readBody(
  body: TakenBody | undefined,
  request: Request,
): unknown {
  return body && 'schema' in body
    ? parseWith(body.schema, request.body)
    : undefined;
}

/** Without it the field that is sent would be called missing. */
function requireType({ type }: Pick<RouteBody, 'type'>): RequestHandler {
  return (request, _response, next) => {
    const isEmpty =
      request.get('content-length') === '0' && !request.get('content-type');
    // null where nothing is sent.
    next(
      !isEmpty && request.is(type) === false
        ? new UnsupportedMediaTypeError(type, request.get('content-type'))
        : undefined,
    );
  };
}

/** An OpenAPI document, as far as requests are judged by it. */
export interface ApiDocument {
  readonly paths: object;
}

/** Refuses every request that the OpenAPI document does not describe. */
export function validateRequests(document: ApiDocument): RequestHandler[] {
  return [refuseInfinite(document), ...followDocument(document), refuseNull()];
}

/** Made once in a process: to read the document and compile its schemas takes as long as many requests. */
const following = new WeakMap<ApiDocument, RequestHandler[]>();

function followDocument(document: ApiDocument): RequestHandler[] {
  const known = following.get(document) ?? compileDocument(document);
  following.set(document, known);
  return known;
}

function compileDocument(document: ApiDocument): RequestHandler[] {
  return middleware({
    // Requests come here without the path that the plugin is mounted at.
    apiSpec: { ...document, servers: [{ url: '/' }] } as any,
    validateRequests: {
      // Of the body: a number is not a text. Queries are coerced in any case.
      coerceTypes: false,
      allowUnknownQueryParameters: false,
      allErrors: true,
    },
    validateResponses: false,
    validateSecurity: false,
    ignoreUndocumented: true,
    useRequestUrl: true,
  });
}

/**
 * 1e400 is a number to the validator, and above no limit: a page without an end.
 */
function refuseInfinite(document: ApiDocument): RequestHandler {
  return (request, _response, next) => {
    const endless = documentedParameters(request, document).flatMap(
      parameter => {
        const value = request.query[parameter.name];
        return parameter.in === 'query' &&
          isNumber(parameter) &&
          Math.abs(Number(value)) === Infinity
          ? [describeParameter(parameter, { keyword: 'maximum', value })]
          : [];
      },
    );
    next(endless.length > 0 ? new InputError(endless.join('; ')) : undefined);
  };
}

function isNumber({ schema }: DescribedParameter): boolean {
  return ['integer', 'number'].includes(schema.type);
}

/** PostgreSQL fails on the one character that it cannot hold in a text. */
function refuseNull(): RequestHandler {
  return ({ query }, _response, next) => {
    const fields = Object.keys(query).filter(field =>
      [query[field]].flat().some(value => String(value).includes('\0')),
    );
    next(
      fields.length > 0
        ? new InputError(
            fields
              .map(field => `${field}: must not contain control characters`)
              .join('; '),
          )
        : undefined,
    );
  };
}

interface Problem {
  readonly path: string;
  readonly message: string;
  readonly errorCode?: string;
}

/** Returns whether a body has to be a list. */
const isList = (body: TakenBody | undefined): boolean =>
  body !== undefined && 'schema' in body && body.schema instanceof z.ZodArray;

/** The same error, saying which field is wrong and what it must be, in words of the API. */
export function explained(
  error: any,
  request: Request,
  { body, document }: { body?: TakenBody; document: ApiDocument },
): unknown {
  const unread = explainUnread(error, request, isList(body));
  if (unread) {
    return unread;
  }
  const problems: Problem[] | undefined = error?.errors;
  if (!problems || error.status === undefined || error.status >= 500) {
    return error;
  }
  return (
    explainBody(request, body) ??
    new InputError(describeProblems(problems, request, document))
  );
}

/** A schema of the domain explains a body better than a validator can. */
function explainBody(request: Request, body: TakenBody | undefined): unknown {
  if (body?.type === 'application/json' && typeof request.body === 'object') {
    try {
      readBody(body, request);
    } catch (explanation) {
      return explanation;
    }
  }
  return undefined;
}

/** Refuses what this API does not have, in its own way of answering. */
export function refuseUnknown(): RequestHandler {
  return ({ method, path }, _response, next) => {
    next(
      // Below this path the framework has routes of its own.
      path.startsWith('/.backstage/')
        ? undefined
        : new NotFoundError(
            `There is no ${method} ${path} in this API; GET /openapi.json says what there is`,
          ),
    );
  };
}

function describeProblems(
  problems: readonly Problem[],
  request: Request,
  document: ApiDocument,
): string {
  const parameters = documentedParameters(request, document);
  const sentences = problems.map(({ path, message, errorCode }) => {
    const name = path
      .replace(/^\/(body|query|params)\/?/, '')
      .replace(/\/\d+$/, '');
    if (/unsupported media type/.test(message)) {
      return 'body: is missing';
    }
    if (/^Unknown query/.test(message)) {
      return describeUnknown(
        name,
        parameters.filter(each => each.in === 'query').map(each => each.name),
      );
    }
    const parameter = parameters.find(each => each.name === name);
    return parameter && !path.startsWith('/body')
      ? describeParameter(parameter, {
          keyword: String(errorCode).split('.')[0],
          value: (parameter.in === 'query' ? request.query : request.params)[
            name
          ],
        })
      : `${name || 'body'}: ${message}`;
  });
  return [...new Set(sentences)].join('; ');
}

/** Returns the parameters of a request as the document describes them. */
function documentedParameters(
  { method, route }: Request,
  document: ApiDocument,
): Array<DescribedParameter & { readonly in: string }> {
  const path = String(route.path).replace(/:(\w+)/g, '{$1}');
  const operation = (document.paths as Record<string, any>)[path]?.[
    method.toLocaleLowerCase('en-US')
  ];
  return operation?.parameters ?? [];
}
