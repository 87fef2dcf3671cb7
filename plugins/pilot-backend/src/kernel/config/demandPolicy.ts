import { Config } from '@backstage/config';
import {
  defaultDemandPolicy,
  DemandPolicy,
  demandPolicySchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { parseConfig, readDays } from './parseConfig';

const { halfLifeDays, rules, ...groups } = defaultDemandPolicy;

/** Operators may set some values of a group; the others keep their default. */
const givenSchema = z.strictObject({
  halfLife: z.unknown().optional(),
  revision: z.unknown().optional(),
  ...Object.fromEntries(
    Object.keys(groups).map(key => [
      key,
      z.record(z.string(), z.unknown()).optional(),
    ]),
  ),
});

/**
 * The policy that `pilot.demand` and the defaults make.
 *
 * @throws InputError that names each bad key and what it must be
 */
export function readDemandPolicy(root: Config): DemandPolicy {
  const key = 'pilot.demand';
  const given: Record<string, unknown> = parseConfig(
    root.getOptional(key),
    key,
    givenSchema,
  );
  const merged = Object.fromEntries(
    Object.entries(groups).map(([name, defaults]) => [
      name,
      { ...defaults, ...(given[name] ?? {}) },
    ]),
  );
  const days = readDays(root, `${key}.halfLife`, halfLifeDays);
  const {
    halfLifeDays: halfLife,
    rules: _,
    ...shape
  } = demandPolicySchema.shape;
  const { halfLife: parsedDays, ...parsed } = parseConfig(
    { ...merged, halfLife: days },
    key,
    z.strictObject({ ...shape, halfLife }),
  );
  return { rules, halfLifeDays: parsedDays, ...parsed };
}

/**
 * Reads the declared revision of the policy; 0 where there is none.
 *
 * @throws InputError unless it is a whole number from 0
 */
export function readPolicyRevision(root: Config): number {
  const key = 'pilot.demand.revision';
  const whole = z
    .number('must be a whole number from 0')
    .int('must be a whole number from 0')
    .min(0, 'must be a whole number from 0')
    .max(2_000_000_000, 'must be below 2000000000');
  return root.has(key) ? parseConfig(root.get(key), key, whole) : 0;
}

/**
 * Names a policy by its content: 12 hexadecimal digits that are the same for
 * the same policy, however it is written down.
 */
export function fingerprintOf(policy: DemandPolicy): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(policy)))
    .digest('hex')
    .slice(0, 12);
}

function sorted(value: unknown): unknown {
  return value !== null && typeof value === 'object'
    ? Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => [key, sorted(inner)])
    : value;
}
