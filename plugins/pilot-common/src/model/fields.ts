import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';

const namePart = /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,251}[A-Za-z0-9])?$/;

/**
 * Parses an entity ref into the catalog's full, lower-case spelling.
 * @public
 */
export function entityRefSchema(options: { kind?: string } = {}) {
  const { kind } = options;
  const example =
    kind === undefined ? 'api:default/orders' : `${kind}:default/payments`;
  return z
    .string()
    .max(600)
    .transform((value, ctx) => {
      const refuse = (message: string) => {
        ctx.addIssue({ code: 'custom', message });
        return z.NEVER;
      };
      try {
        const ref = parseEntityRef(value, { defaultKind: kind });
        const parts = [ref.kind, ref.namespace, ref.name];
        if (!parts.every(part => namePart.test(part))) {
          return refuse(`must be an entity ref such as ${example}`);
        }
        if (kind && ref.kind.toLocaleLowerCase('en-US') !== kind) {
          return refuse(`must name a ${kind} such as ${example}`);
        }
        return stringifyEntityRef(ref);
      } catch {
        return refuse(`must be an entity ref such as ${example}`);
      }
    });
}

// eslint-disable-next-line no-control-regex -- they are what it looks for
const unstorable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]|\p{Surrogate}/u;

/**
 * Refuses control characters and lone surrogates, because PostgreSQL cannot store
 * them.
 */
const storable = z.refine<string>(
  value => !unstorable.test(value),
  'must not contain control characters',
);

/**
 * Text that a person typed: trimmed, empty means none.
 *
 * @param missing - what to answer to something else, or to nothing
 */
export function freeText(max: number, missing?: string) {
  return z
    .string({ error: missing })
    .max(max, `must have at most ${max} characters`)
    .check(storable)
    .transform(value => value.trim() || null);
}

/** Text that a person has to type; `message` says what for. */
export function requiredText(max: number, message: string) {
  return freeText(max, message).transform((value, ctx) => {
    if (value === null) {
      ctx.addIssue({ code: 'custom', message });
      return z.NEVER;
    }
    return value;
  });
}

/** A link that a browser may follow. */
export const webAddress = z
  .url({
    protocol: /^https?$/,
    error: 'must be a link that begins with https:// or http://',
  })
  .max(2000, 'must have at most 2000 characters')
  .check(storable);

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
