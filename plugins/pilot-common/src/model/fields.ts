import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';

/** A full entity ref, brought into the catalog's lower-case spelling. */
export function entityRef(options: { kind?: string } = {}) {
  const example = options.kind === 'group' ? 'group:default/payments' : 'api:default/orders';
  return z
    .string()
    .max(600)
    .transform((value, ctx) => {
      try {
        const ref = parseEntityRef(value, {
          defaultKind: options.kind,
          defaultNamespace: 'default',
        });
        if (options.kind && ref.kind.toLocaleLowerCase('en-US') !== options.kind) {
          ctx.addIssue({
            code: 'custom',
            message: `must name a ${options.kind} such as ${example}`,
          });
          return z.NEVER;
        }
        return stringifyEntityRef(ref);
      } catch {
        ctx.addIssue({
          code: 'custom',
          message: `must be an entity ref such as ${example}`,
        });
        return z.NEVER;
      }
    });
}

const unstorable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]|\p{Surrogate}/u;

/**
 * Text that a person typed: trimmed, empty means none. Control characters and
 * lone surrogates are refused, because PostgreSQL cannot store them.
 */
export function freeText(max: number) {
  return z
    .string()
    .max(max, `must have at most ${max} characters`)
    .refine(value => !unstorable.test(value), 'must not contain control characters')
    .transform(value => value.trim() || null);
}

/** A calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date('must be a date such as 2027-03-01');

/** An instant in ISO 8601, with `Z` or an offset. */
export const instant = z.iso.datetime({
  offset: true,
  error: 'must be a time such as 2026-11-20T09:00:00Z',
});

/** The key that tells apart several use cases of one person and team. */
export const useCaseKey = z
  .string()
  .max(63, 'must have at most 63 characters')
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'must be a slug of lower-case letters, digits and single dashes, such as weekly-extracts',
  );
