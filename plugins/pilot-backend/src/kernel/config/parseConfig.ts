import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { mixedUnits, dayMs } from '@pilot-to-platform/plugin-pilot-common';
import { z } from 'zod';

/**
 * Parses what stands under a key.
 *
 * @throws InputError that names each bad key and what it must be
 */
export function parseConfig<T extends z.ZodType>(
  value: unknown,
  key: string,
  schema: T,
): z.output<T> {
  const result = schema.safeParse(value ?? {});
  if (result.success) {
    return result.data;
  }
  const problems = describeProblems(result.error, [key]);
  throw new InputError(`Invalid configuration: ${problems}`);
}

/** Names each bad key below a path, and what it must be. */
export function describeProblems(
  { issues }: z.core.$ZodError,
  below: readonly string[] = [],
): string {
  return issues
    .flatMap(issue => {
      const path = [...below, ...issue.path];
      return issue.code === 'unrecognized_keys'
        ? issue.keys.map(
            unknown => `${[...path, unknown].join('.')}: is not a known key`,
          )
        : `${path.join('.')}: ${issue.message}`;
    })
    .join('; ');
}

/**
 * Reads a duration in days of 24 hours.
 *
 * @throws InputError unless it is a duration above 0
 */
export function readDays(root: Config, key: string, byDefault: number): number {
  if (!root.has(key)) {
    return byDefault;
  }
  const days = durationToMilliseconds(readDuration(root, key)) / dayMs;
  if (!(days > 0)) {
    throw new InputError(`Invalid configuration: ${key}: must be above 0`);
  }
  return days;
}

function readDuration(root: Config, key: string) {
  const mixed = mixedUnits(root.get(key));
  if (mixed) {
    throw new InputError(`Invalid configuration: ${key}: ${mixed}`);
  }
  try {
    return readDurationFromConfig(root, { key });
  } catch {
    throw new InputError(
      `Invalid configuration: ${key}: must be a duration such as '120 days' or { days: 120 }`,
    );
  }
}
