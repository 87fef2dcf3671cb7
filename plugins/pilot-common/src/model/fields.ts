import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import { isAmong } from './catalogCase';
import { isBlank, turnedText } from './visibleText';

// eslint-disable-next-line no-control-regex -- they are what it looks for
const unstorable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]|\p{Surrogate}/u;

/** As long as it is stored. */
const longestRef = 600;
/** Bytes of an address that are no text stay as they were written. */
const stillEncoded = /%[0-9a-f]{2}/i;
/**
 * Names of owners are what somebody once typed: an address, or a name with a
 * blank, in any script. None has a pictogram, or a character that is broken.
 */
const refParts = {
  kind: /^[a-z][a-z0-9]*$/i,
  namespace:
    /^(?!\s*$)(?:[^\P{P}:/]|[\p{L}\p{M}\p{N}\p{Sc}\p{Sk}\p{Sm}\p{Zs}])+$/u,
  name: /^(?!\s*$)[\p{L}\p{M}\p{N}\p{P}\p{Sc}\p{Sk}\p{Sm}\p{Zs}]+$/u,
};

/**
 * Parses an entity ref into the catalog's full, lower-case spelling. Whatever the
 * catalog has as a ref is one, names of other alphabets, with blanks or an `@`
 * included.
 *
 * @param options - `kind`: the only one, and that of a ref that says none;
 *   `defaultKind`: that of a ref that says none, where others are taken too;
 *   `example`: a right one, for whom a wrong one is refused
 * @public
 */
export function entityRefSchema(
  options: { kind?: string; defaultKind?: string; example?: string } = {},
) {
  const { kind, defaultKind = kind } = options;
  const {
    example = kind === undefined
      ? 'api:default/orders'
      : `${kind}:default/payments`,
  } = options;
  return z
    .string()
    .max(longestRef, `must have at most ${longestRef} characters`)
    .transform((value, ctx) => {
      const refuse = (message: string) => {
        ctx.addIssue({ code: 'custom', message });
        return z.NEVER;
      };
      try {
        const ref = parseEntityRef(value, { defaultKind });
        const isRef =
          refParts.kind.test(ref.kind) &&
          refParts.namespace.test(ref.namespace) &&
          refParts.name.test(ref.name) &&
          !stillEncoded.test(value);
        const full = stringifyEntityRef(ref);
        if (!isRef || full.length > longestRef) {
          return refuse(`must be an entity ref such as ${example}`);
        }
        if (kind && !isAmong(ref.kind, [kind])) {
          return refuse(`must name a ${kind} such as ${example}`);
        }
        return full;
      } catch {
        return refuse(`must be an entity ref such as ${example}`);
      }
    });
}

/**
 * Refuses control characters and lone surrogates, because PostgreSQL cannot store
 * them.
 */
const storable = z.refine<string>(
  value => !unstorable.test(value),
  'must not contain control characters',
);

/** Text that reads as what it says. */
const straight = z.superRefine<string>((value, ctx) => {
  const wrong = turnedText(value);
  if (wrong) ctx.addIssue({ code: 'custom', message: wrong });
});

/**
 * Text that a person typed: trimmed; where nothing is seen, there is none.
 *
 * @param missing - what to answer to something else, or to nothing
 */
export function freeText(max: number, missing?: string) {
  return z
    .string({ error: missing })
    .max(max, `must have at most ${max} characters`)
    .check(storable, straight)
    .transform(value => (isBlank(value) ? null : value.trim()));
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
  .check(storable, straight);

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
