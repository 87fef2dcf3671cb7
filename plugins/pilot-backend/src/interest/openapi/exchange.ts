import {
  everythingExample,
  everythingImportedExample,
  importResultExample,
  ndjsonExample,
} from './exchangeExamples';
import { errors, json, schema } from '../../kernel/openapi/parts';

const lines = {
  'application/x-ndjson': {
    schema: {
      type: 'string',
      contentMediaType: 'application/x-ndjson',
      contentSchema: schema('ExchangeLine'),
    },
    examples: {
      lines: { summary: 'An interest and an answer', value: ndjsonExample },
    },
  },
};

const everything = {
  'application/x-ndjson': {
    schema: { type: 'string', contentMediaType: 'application/x-ndjson' },
    examples: {
      file: { summary: 'A head, rows, and an end', value: everythingExample },
    },
  },
};

export const exchangePaths = {
  '/import': {
    post: {
      operationId: 'importInterest',
      tags: ['exchange'],
      summary: 'Import interest',
      description:
        'JSON lines, at most 1,000, in any order, each an ExchangeLine. Lines that exist already change nothing; an invalid line fails alone, and so does one use case more than the 100 that one person may have in one target. For services with pilot.admin, and administrators.',
      requestBody: { required: true, content: lines },
      responses: {
        200: {
          description: 'The result of each line',
          content: json('ImportResult', {
            result: { summary: 'One line failed', value: importResultExample },
          }),
        },
        ...errors(400, 403, 429, 503),
      },
    },
  },
  '/export': {
    get: {
      operationId: 'exportInterest',
      tags: ['exchange'],
      summary: 'All interest as JSON lines, oldest first',
      description:
        'Each line is an ExchangeLine. For services with pilot.admin, and administrators.',
      responses: {
        200: { description: 'JSON lines', content: lines },
        ...errors(403, 429),
      },
    },
  },
  '/export/everything': {
    get: {
      operationId: 'exportEverything',
      tags: ['exchange'],
      summary:
        'Everything that cannot be recomputed, to move to another database',
      description:
        'JSON lines, as of one instant: a head, a line for each row, and an end, without which a file was cut off. Its tables are those of the release and not an interface. For services with pilot.admin, and administrators.',
      responses: {
        200: { description: 'JSON lines', content: everything },
        ...errors(403, 429),
      },
    },
  },
  '/import/everything': {
    post: {
      operationId: 'importEverything',
      tags: ['exchange'],
      summary: 'Import everything from another database',
      description:
        'The file of GET /export/everything, of any size, into a portal without records of people and services: all of it or nothing. May be repeated. For services with pilot.admin, and administrators.',
      requestBody: { required: true, content: everything },
      responses: {
        200: {
          description: 'Everything is imported',
          content: json('EverythingImported', {
            result: {
              summary: 'All of it',
              value: everythingImportedExample,
            },
          }),
        },
        ...errors(400, 403, 409, 429, 503),
      },
    },
  },
};
