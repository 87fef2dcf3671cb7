import { interestStatuses } from '@pilot-to-platform/plugin-pilot-common';

const schema = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const json = (name: string) => ({
  'application/json': { schema: schema(name) },
});

const errors = (...codes: number[]) => {
  const texts: Record<number, string> = {
    400: 'The request is not valid; the message names the field and the fix',
    401: 'No or no valid credentials',
    403: 'Not allowed',
    404: 'Does not exist, or cannot be seen',
    409: 'Conflicts with what stands; the message says with what',
    503: 'Others are writing the same for long; try again',
  };
  return Object.fromEntries(
    [401, ...codes]
      .sort()
      .map(code => [
        String(code),
        { description: texts[code], content: json('Error') },
      ]),
  );
};

const pathParameter = (name: string, description: string, example: string) => ({
  name,
  in: 'path',
  required: true,
  description,
  example,
  schema: { type: 'string', minLength: 1, maxLength: 253 },
});

const target = [
  pathParameter('kind', 'Kind of the target, in any case', 'pilot'),
  pathParameter('namespace', 'Namespace of the target', 'default'),
  pathParameter('name', 'Name of the target', 'delta-sharing'),
];

const id = [
  {
    name: 'id',
    in: 'path',
    required: true,
    description: 'Of an interest',
    example: '5f3c8f8e-3a55-4a7e-9d1b-0f6a3b8f2c11',
    schema: { type: 'string', pattern: '^[A-Za-z0-9-]{1,64}$' },
  },
];

const query = (
  name: string,
  description: string,
  of: Record<string, unknown> = {
    type: 'string',
    minLength: 1,
    maxLength: 600,
  },
) => ({
  name,
  in: 'query',
  required: false,
  description,
  // Refs may be written as they are: ":" and "/" are legal in a query.
  allowReserved: true,
  schema: of,
});

export const paths = {
  '/interests/{kind}/{namespace}/{name}': {
    put: {
      operationId: 'recordInterest',
      tags: ['interest'],
      summary: 'Record, complete or reopen my interest',
      description:
        'Upserts by author, team, target and useCaseKey, or by id. An omitted field stays, null clears, and what stands already changes nothing: a request may be repeated.',
      parameters: target,
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: schema('RecordInterest'),
            examples: {
              click: { value: { team: 'group:default/payments' } },
              details: {
                value: {
                  team: 'group:default/payments',
                  useCaseKey: 'weekly-extracts',
                  urgency: 'important',
                  useCase:
                    'Weekly sales extracts for forty partners, without sending files by mail.',
                  neededBy: '2027-03-01',
                  otherwise: 'wait',
                },
              },
            },
          },
        },
      },
      responses: {
        200: {
          description: 'Changed, or unchanged',
          content: json('Recorded'),
        },
        201: { description: 'Recorded', content: json('Recorded') },
        ...errors(400, 403, 404, 409, 503),
      },
    },
  },
  '/interests': {
    get: {
      operationId: 'listInterests',
      tags: ['interest'],
      summary: 'Interests that I may see, newest first',
      description:
        'A page may be short or empty; only an absent nextCursor ends the list.',
      parameters: [
        query('target', 'Only in this entity, such as api:default/orders'),
        query('team', 'Only of this team, such as group:default/payments'),
        query('author', 'Only of this person, such as user:default/ada; or me'),
        query('status', 'Only in these states', {
          type: 'array',
          items: { type: 'string', enum: [...interestStatuses] },
        }),
        query('cursor', 'The nextCursor of the page before', {
          type: 'string',
          minLength: 1,
          maxLength: 1000,
        }),
        query('limit', 'Rows of a page, 1 to 200', {
          type: 'integer',
          minimum: 1,
          maximum: 200,
          default: 50,
        }),
      ],
      responses: {
        200: { description: 'A page', content: json('InterestPage') },
        ...errors(400, 403),
      },
    },
  },
  '/interests/{id}': {
    delete: {
      operationId: 'withdrawInterest',
      tags: ['interest'],
      summary: 'Withdraw my interest',
      description:
        'It stops counting at once and is kept in the log. Recording it again reopens it. demand is absent where the target can no longer be seen, and without pilot.interest.read.',
      parameters: id,
      responses: {
        200: { description: 'Withdrawn', content: json('Recorded') },
        ...errors(400, 403, 404, 503),
      },
    },
  },
  '/interests/{id}/confirm': {
    post: {
      operationId: 'confirmInterest',
      tags: ['interest'],
      summary: 'Say that my interest is still needed',
      parameters: id,
      responses: {
        200: { description: 'Confirmed', content: json('Recorded') },
        ...errors(400, 403, 404, 409, 503),
      },
    },
  },
  '/demand/{kind}/{namespace}/{name}': {
    get: {
      operationId: 'getDemand',
      tags: ['demand'],
      summary: 'The demand for an entity, with everything that explains it',
      parameters: [
        ...target,
        query(
          'asOf',
          'An instant such as 2026-11-20T09:00:00Z, or a date, which means the end of that day in UTC; now if absent',
          { type: 'string', minLength: 10, maxLength: 40 },
        ),
      ],
      responses: {
        200: { description: 'The demand', content: json('Demand') },
        ...errors(400, 403, 404, 503),
      },
    },
  },
  '/policy': {
    get: {
      operationId: 'getPolicy',
      tags: ['demand'],
      summary: 'The policy that scores are made by now',
      responses: {
        200: { description: 'The policy', content: json('Policy') },
        ...errors(),
      },
    },
  },
  '/import': {
    post: {
      operationId: 'importInterest',
      tags: ['exchange'],
      summary: 'Take interest over from elsewhere',
      description:
        'JSON lines, at most 1,000, oldest first, each an ExchangeLine. Lines that stand already change nothing; a line that cannot be read fails alone. Services with pilot.admin, and administrators.',
      requestBody: {
        required: true,
        content: { 'application/x-ndjson': { schema: { type: 'string' } } },
      },
      responses: {
        200: {
          description: 'What became of the lines',
          content: json('ImportResult'),
        },
        ...errors(400, 403, 503),
      },
    },
  },
  '/export': {
    get: {
      operationId: 'exportInterest',
      tags: ['exchange'],
      summary: 'All interest as JSON lines, oldest first',
      description:
        'Each line is an ExchangeLine. Services with pilot.admin, and administrators.',
      responses: {
        200: {
          description: 'JSON lines',
          content: { 'application/x-ndjson': { schema: { type: 'string' } } },
        },
        ...errors(403),
      },
    },
  },
};
