import { InputError } from '@backstage/errors';
import { dayOf, entityRefSchema } from '@pilot-to-platform/plugin-pilot-common';
import { z } from 'zod';
import { describeIssue } from './describeIssue';
import { isFuture } from '../clock/isFuture';

/**
 * Parses with a schema; what is wrong is said field by field, with the fix.
 *
 * @param of - the field or parameter that the value is of; nothing for a body
 */
export function parseWith<T extends z.ZodType>(
  schema: T,
  value: unknown,
  of?: string,
): z.output<T> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) {
    return result.data;
  }
  throw new InputError(
    result.error.issues
      .map(issue =>
        of === undefined
          ? describeIssue(issue, schema)
          : describeIssue({ ...issue, path: [of, ...issue.path] }, schema),
      )
      .join('; '),
  );
}

/** The refs of an owner look like this, and not like those of a target. */
const ownerExample = 'group:default/partner-tech';

/** The ref of a parameter or a field, in the catalog's spelling. */
export function parseRef(name: string, value: string, kind?: string): string {
  try {
    return parseWith(entityRefSchema({ kind }), value, name);
  } catch (error) {
    throw name === 'owner' && error instanceof InputError
      ? new InputError(
          error.message.replace(/such as \S+/, `such as ${ownerExample}`),
        )
      : error;
  }
}

/** The entity ref of a path, in the catalog's spelling. */
export function parseTargetRef(
  params: Readonly<Record<string, string>>,
): string {
  // What one part alone does to a ref is the fault of that part.
  const good = { kind: 'pilot', namespace: 'default', name: 'name' };
  for (const key of ['kind', 'namespace', 'name'] as const) {
    const parts = { ...good };
    parts[key] = params[key];
    const ref = `${parts.kind}:${parts.namespace}/${parts.name}`;
    // No entity has a blank in its name; what others call its owner may.
    const isPart = !/[:/\s]/.test(params[key]);
    if (!isPart || !entityRefSchema().safeParse(ref).success) {
      throw new InputError(
        `${key}: "${params[key]}" is not a valid ${key} of an entity`,
      );
    }
  }
  const { kind, namespace, name } = params;
  return parseWith(entityRefSchema(), `${kind}:${namespace}/${name}`);
}

/** The ref of a path that leaves out what all Pilots share. */
export function parsePilotRef(
  params: Readonly<Record<string, string>>,
): string {
  return parseTargetRef({ ...params, kind: 'pilot' });
}

const instant = z.iso.datetime({ offset: true });

function refuseFuture(name: string, value: unknown): never {
  throw new InputError(
    `${name}: ${value} is in the future; give a past instant, or a date up to today`,
  );
}

/** A past day of a query, or today, in days since 1970-01-01. */
export function parseDay(
  name: string,
  value: unknown,
  now: Date,
): number | undefined {
  if (value === undefined) {
    return undefined;
  }
  const result = z.iso.date().safeParse(value);
  if (!result.success) {
    throw new InputError(`${name}: must be a date such as 2026-11-20`);
  }
  const day = dayOf(new Date(`${result.data}T00:00:00Z`));
  return day > dayOf(now) ? refuseFuture(name, value) : day;
}

/** A past instant. A date means the end of that day in UTC, and today now. */
export function parseAsOf(value: unknown, now: Date): Date | undefined {
  if (value === undefined) {
    return undefined;
  }
  // In a query, the "+" of an offset that nobody encoded arrives as a space.
  const given = String(value).replace(' ', '+');
  if (z.iso.date().safeParse(given).success) {
    const day = parseDay('asOf', given, now);
    return day === dayOf(now) ? undefined : new Date(`${given}T23:59:59.999Z`);
  }
  if (!instant.safeParse(given).success) {
    throw new InputError(
      'asOf: must be a date such as 2026-11-20 or a time such as 2026-11-20T09:00:00Z',
    );
  }
  const asOf = new Date(given);
  return isFuture(asOf, now) ? refuseFuture('asOf', given) : asOf;
}
