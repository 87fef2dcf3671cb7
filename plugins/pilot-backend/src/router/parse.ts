import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { dayOf, entityRefSchema } from '@pilot-to-platform/plugin-pilot-common';
import { z } from 'zod';
import { describeIssue } from '../interest/describeIssue';

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
  const issues = result.error.issues.map(issue =>
    of === undefined ? issue : { ...issue, path: [of, ...issue.path] },
  );
  throw new InputError(issues.map(describeIssue).join('; '));
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

const nameRegex = /^[a-z0-9A-Z]([-a-z0-9A-Z_.]*[a-z0-9A-Z])?$/;

/** The entity ref of a path, in the catalog's spelling. */
export function parseTargetRef(
  params: Readonly<Record<string, string>>,
): string {
  const { kind, namespace, name } = params;
  for (const key of ['kind', 'namespace', 'name'] as const) {
    if (!nameRegex.test(params[key])) {
      throw new InputError(
        `${key}: "${params[key]}" is not a valid ${key} of an entity`,
      );
    }
  }
  return stringifyEntityRef({ kind, namespace, name });
}

/** The ref of a path that leaves out what all Pilots share. */
export function parsePilotRef(
  params: Readonly<Record<string, string>>,
): string {
  return parseTargetRef({ ...params, kind: 'pilot' });
}

const dayOrInstant = z.union([
  z.iso.date().transform(day => new Date(`${day}T23:59:59.999Z`)),
  z.iso.datetime({ offset: true }).transform(instant => new Date(instant)),
]);

/** A day of a query, in days since 1970-01-01. */
export function parseDay(name: string, value: unknown): number | undefined {
  if (value === undefined) {
    return undefined;
  }
  const result = z.iso.date().safeParse(value);
  if (!result.success) {
    throw new InputError(`${name}: must be a date such as 2026-11-20`);
  }
  return dayOf(new Date(`${result.data}T00:00:00Z`));
}

/** A date means the end of that day in UTC. */
export function parseAsOf(value: unknown): Date | undefined {
  if (value === undefined) {
    return undefined;
  }
  // In a query, the "+" of an offset that nobody encoded arrives as a space.
  const result = dayOrInstant.safeParse(String(value).replace(' ', '+'));
  if (!result.success) {
    throw new InputError(
      'asOf: must be a date such as 2026-11-20 or a time such as 2026-11-20T09:00:00Z',
    );
  }
  return result.data;
}
