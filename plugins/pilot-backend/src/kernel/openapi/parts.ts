import { errorExample } from './errors';

/** Pieces that the paths of the document are put together from. */
export const schema = (name: string) => ({
  $ref: `#/components/schemas/${name}`,
});

export interface Example {
  readonly summary: string;
  readonly value: unknown;
}

/** Content of a named schema, with examples by name. */
export const json = (name: string, examples: Record<string, Example>) => ({
  'application/json': { schema: schema(name), examples },
});

/** A required JSON body. */
export const body = (name: string, examples: Record<string, Example>) => ({
  required: true,
  content: json(name, examples),
});

/**
 * CSV that no spreadsheet executes, however it splits it. In the document it has
 * a path of its own, by `withCsvPaths`.
 */
export const csv = (holds: string, example: string) => ({
  'text/csv': {
    holds,
    schema: { type: 'string' },
    examples: { csv: { summary: 'A header and a row', value: example } },
  },
});

const errorNames = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  409: 'Conflict',
  413: 'TooLarge',
  415: 'UnsupportedMediaType',
  429: 'TooMany',
  503: 'Busy',
} as const;
type ErrorCode = keyof typeof errorNames;

/** Lists the errors that an operation may answer; 401 is always one. */
export const errors = (...codes: ErrorCode[]) =>
  Object.fromEntries(
    [...new Set<ErrorCode>([401, ...codes])]
      .sort()
      .map(code => [
        String(code),
        { $ref: `#/components/responses/${errorNames[code]}` },
      ]),
  );

/** The same operations; those that take a body refuse what is too large, or no such body. */
export function refusingBodies<Paths extends object>(paths: Paths): Paths {
  const { 413: tooLarge, 415: unsupported } = errors(413, 415);
  return Object.fromEntries(
    Object.entries<Record<string, any>>(paths as any).map(([path, methods]) => [
      path,
      Object.fromEntries(
        Object.entries(methods).map(([method, operation]) => [
          method,
          operation.requestBody
            ? {
                ...operation,
                responses: {
                  ...operation.responses,
                  413: tooLarge,
                  415: unsupported,
                },
              }
            : operation,
        ]),
      ),
    ]),
  ) as Paths;
}

const error = (code: ErrorCode, description: string) => ({
  description,
  content: json('Error', {
    error: {
      summary: 'The message is written to be read',
      value: errorExample(code),
    },
  }),
});

/** The answers that {@link errors} refers to. */
export const errorResponses = {
  BadRequest: error(
    400,
    'The request is not valid; the message names every wrong field and the fix',
  ),
  Unauthorized: error(401, 'No or no valid credentials'),
  Forbidden: error(403, 'Not allowed; the message says what is missing'),
  NotFound: error(404, 'Does not exist, or cannot be seen: both answer alike'),
  Conflict: error(
    409,
    'Conflicts with the present state; the message says why',
  ),
  TooLarge: error(
    413,
    'The body is larger than 100 kB; 1 MB for refs and reported results, 20 MB for an import',
  ),
  UnsupportedMediaType: error(
    415,
    'The body is of another content type than the one that the operation takes',
  ),
  TooMany: error(
    429,
    'Too much is being read already; the header Retry-After says in how many seconds to try again',
  ),
  Busy: error(503, 'Others are writing the same for long; try again'),
};

const pathParameter = (name: string, description: string, example: string) => ({
  name,
  in: 'path',
  required: true,
  description,
  example,
  schema: { type: 'string', minLength: 1, maxLength: 253 },
});

/** The path of an entity. */
export const target = [
  pathParameter('kind', 'Kind of the target, in any case', 'pilot'),
  pathParameter('namespace', 'Namespace of the target', 'default'),
  pathParameter('name', 'Name of the target', 'delta-sharing'),
];

/** The id of something in a path. */
export const id = (description: string) => [
  {
    name: 'id',
    in: 'path',
    required: true,
    description,
    example: '5f3c8f8e-3a55-4a7e-9d1b-0f6a3b8f2c11',
    schema: { type: 'string', pattern: '^[A-Za-z0-9-]{1,64}$' },
  },
];
