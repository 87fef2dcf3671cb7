import { resolvePackagePath } from '@backstage/backend-plugin-api';
import SwaggerParser from '@apidevtools/swagger-parser';
import { readFileSync } from 'node:fs';
import { openapiDocument } from './document';

const copy = () => JSON.parse(JSON.stringify(openapiDocument));

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1, and every reference leads somewhere', async () => {
    expect(openapiDocument.openapi).toBe('3.1.0');
    await expect(SwaggerParser.validate(copy())).resolves.toBeDefined();
  });

  it('is what plugins/pilot-backend/openapi.json holds; else run `yarn openapi` there', () => {
    const file = resolvePackagePath(
      '@pilot-to-platform/plugin-pilot-backend',
      'openapi.json',
    );
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(copy());
  });

  it('names every operation once, with its errors and what it answers', () => {
    const operations = Object.entries(copy().paths).flatMap(([path, methods]) =>
      Object.entries<any>(methods as object).map(([method, operation]) => ({
        call: `${method.toUpperCase()} ${path}`,
        ...operation,
      })),
    );
    expect(operations.map(({ call }) => call).sort()).toEqual([
      'DELETE /interests/{id}',
      'GET /demand/{kind}/{namespace}/{name}',
      'GET /export',
      'GET /interests',
      'GET /policy',
      'POST /import',
      'POST /interests/{id}/confirm',
      'PUT /interests/{kind}/{namespace}/{name}',
    ]);
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(operations.length);
    for (const { call, responses, summary } of operations) {
      expect([call, summary]).toEqual([call, expect.any(String)]);
      expect([call, Object.keys(responses)]).toEqual([
        call,
        expect.arrayContaining(['200', '401']),
      ]);
    }
  });
});
