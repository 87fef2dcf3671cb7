import { importResultExample, ndjsonExample } from '../examples/exchange';
import { errors, json, schema } from '../parts';

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

export const exchangePaths = {
  '/import': {
    post: {
      operationId: 'importInterest',
      tags: ['exchange'],
      summary: 'Take interest over from elsewhere',
      description:
        'JSON lines, at most 1,000, oldest first, each an ExchangeLine. Lines that stand already change nothing; a line that cannot be read fails alone, and so does one use case more than the 100 that one person may have in one target. Services with pilot.admin, and administrators.',
      requestBody: { required: true, content: lines },
      responses: {
        200: {
          description: 'What became of the lines',
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
        'Each line is an ExchangeLine. Services with pilot.admin, and administrators.',
      responses: {
        200: { description: 'JSON lines', content: lines },
        ...errors(403, 429),
      },
    },
  },
};
