import {
  demandSchema,
  importResultSchema,
  interestPageSchema,
  policySchema,
  projectionPageSchema,
  recordedSchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { Response } from 'supertest';
import { z } from 'zod';

const errorSchema = z.object({
  error: z.object({ name: z.string(), message: z.string().min(1) }),
});

const schemas: Array<[RegExp, z.ZodType]> = [
  [/^(PUT|DELETE) \/interests\//, recordedSchema],
  [/^POST \/interests\/[^/]+\/confirm$/, recordedSchema],
  [/^GET \/interests(\?|$)/, interestPageSchema],
  [/^GET \/demand\//, demandSchema],
  [/^GET \/policy$/, policySchema],
  [/^POST \/import$/, importResultSchema],
  [/^GET \/internal\/projection(\?|$)/, projectionPageSchema],
];

/**
 * Fails unless an answer is what the clients of the API parse, and nothing
 * beyond: a field that is sent but not described is a mistake as well.
 */
export function checkAnswer(call: string, response: Response): void {
  if (response.status >= 400) {
    errorSchema.parse(response.body);
    return;
  }
  const schema = schemas.find(([pattern]) => pattern.test(call))?.[1];
  if (schema && response.body) {
    expect(schema.parse(response.body)).toEqual(response.body);
  }
}
