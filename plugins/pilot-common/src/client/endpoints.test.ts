import { z } from 'zod';
import { paths } from './__testUtils__/document';
import {
  interestEndpoints,
  phaseEndpoints,
  readinessEndpoints,
  type Endpoint,
} from './endpoints';

const endpoints: Array<[string, Endpoint]> = Object.entries({
  ...readinessEndpoints,
  ...phaseEndpoints,
  ...interestEndpoints,
});

/** Names in the document that differ from those of the client. */
const otherwise: Record<string, string> = {
  importLines: 'importInterest',
  exportLines: 'exportInterest',
};

const named = (schema?: z.ZodObject) => Object.keys(schema?.shape ?? {}).sort();

describe.each(endpoints)(
  '%s',
  (name, { method, path, query, body, answer }) => {
    const operation = paths[path]?.[method.toLowerCase()];

    it('is an operation of the document, of the same name', () => {
      expect(operation?.operationId).toBe(
        otherwise[name] ?? name.replace(/Csv$/, ''),
      );
    });

    it('takes the parameters that the document has', () => {
      const taken = (operation.parameters ?? []).filter(
        (each: { in: string }) => each.in === 'query',
      );
      // All decisions have no page.
      const isWhole = name === 'listDecisionsCsv';
      expect(named(query)).toEqual(
        isWhole ? [] : taken.map((each: { name: string }) => each.name).sort(),
      );
    });

    it('sends and answers what the document says', () => {
      expect(Object.keys(operation.requestBody?.content ?? {})).toEqual(
        !body
          ? []
          : [body === 'lines' ? 'application/x-ndjson' : 'application/json'],
      );
      const [status, { content = {} }] = Object.entries<any>(
        operation.responses,
      )[0];
      expect(status === '204' ? 'nothing' : Object.keys(content)).toEqual(
        answer === 'nothing'
          ? 'nothing'
          : [answer === 'text' ? 'application/x-ndjson' : 'application/json'],
      );
    });
  },
);
