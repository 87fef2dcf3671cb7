import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The paths of the document of the API, and the schemas that they name. */
export const { paths, components } = JSON.parse(
  readFileSync(
    resolve(__dirname, '../../../../pilot-backend/openapi.json'),
    'utf8',
  ),
);

/** All that the document describes. */
export const operations: any[] = Object.values(paths).flatMap((methods: any) =>
  Object.values(methods),
);

const operation = (id: string) =>
  operations.find(({ operationId }) => operationId === id);

const exampleIn = (part: any, type = 'application/json') =>
  Object.values<any>(part.content[type].examples)[0].value;

/** The example of an answer. */
export const answerOf = (id: string, type?: string) =>
  exampleIn(operation(id).responses[200], type);

/**
 * Returns the document's schema of an answer in JSON, if the operation has one.
 */
export const answerSchemaOf = (id: string): object | undefined => {
  const { responses } = operation(id);
  return (responses[200] ?? responses[201])?.content?.['application/json']
    ?.schema;
};

/** The example of a request. */
export const requestOf = (id: string) => exampleIn(operation(id).requestBody);

/** The operation that answers a method and a path with its query. */
export function operationOf(method: string, url: string): string | undefined {
  const path = url.split('?')[0];
  const found = Object.entries<any>(paths).find(
    ([template, methods]) =>
      new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path) &&
      methods[method.toLowerCase()],
  );
  return found?.[1][method.toLowerCase()].operationId;
}
