import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { describeIssue } from './describeIssue';

/**
 * Parses the parameters of a request. The OpenAPI document, which is made from the
 * same schema, was asked before.
 *
 * @throws InputError that names the first parameter that is wrong
 */
export function parseQuery<Schema extends z.ZodObject>(
  schema: Schema,
  query: object,
): z.output<Schema> {
  const result = schema.safeParse(query, { reportInput: true });
  if (result.success) {
    return result.data;
  }
  const [issue] = result.error.issues;
  // Of several values it is the parameter that is named.
  const path = issue.path.slice(0, 1);
  throw new InputError(describeIssue({ ...issue, path }, schema));
}
