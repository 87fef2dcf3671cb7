import {
  Config,
  ConfigReader,
  readDurationFromConfig,
} from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';
import {
  defaultAllowedKinds,
  defaultDemandPolicy,
  DemandPolicy,
  demandPolicySchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { createHash } from 'node:crypto';
import { z } from 'zod';

const dayMs = 24 * 60 * 60 * 1000;

/** What the operator set under `pilot`, with defaults, as the backend uses it. */
export interface PilotConfig {
  readonly allowedKinds: readonly string[];
  readonly confirmAfterDays: number;
  /** Only Groups of these types can be a team; absent: all. */
  readonly teamTypes?: readonly string[];
  readonly allowDeclaredPhases: boolean;
  readonly syncInterval: HumanDuration;
  /** Without the permission framework nobody is known to be an administrator. */
  readonly permissionsEnabled: boolean;
  readonly policy: DemandPolicy;
  readonly fingerprint: string;
}

const interestSchema = z.strictObject({
  allowedKinds: z.array(z.string().min(1)).min(1).optional(),
  confirmAfter: z.unknown().optional(),
  teamTypes: z.array(z.string().min(1)).min(1).optional(),
});

const decisionsSchema = z.looseObject({
  allowDeclared: z.boolean().optional(),
});

/** @throws InputError that names the key and what it must be. */
export function readPilotConfig(root: Config): PilotConfig {
  const interest = parse(root, 'pilot.interest', interestSchema);
  const decisions = parse(root, 'pilot.decisions', decisionsSchema);
  const policy = readDemandPolicy(root);
  return {
    allowedKinds: interest.allowedKinds ?? defaultAllowedKinds,
    confirmAfterDays: readDays(root, 'pilot.interest.confirmAfter') ?? 120,
    teamTypes: interest.teamTypes,
    allowDeclaredPhases: decisions.allowDeclared ?? true,
    syncInterval: root.has('pilot.catalog.syncInterval')
      ? readDurationFromConfig(root, { key: 'pilot.catalog.syncInterval' })
      : { minutes: 5 },
    permissionsEnabled: root.getOptionalBoolean('permission.enabled') ?? false,
    policy,
    fingerprint: fingerprintOf(policy),
  };
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

function readDemandPolicy(root: Config): DemandPolicy {
  const { halfLife, ...given } = (root.getOptional('pilot.demand') ??
    {}) as Record<string, unknown>;
  const halfLifeDays =
    halfLife === undefined
      ? defaultDemandPolicy.halfLifeDays
      : readDays(root, 'pilot.demand.halfLife');
  const merged = Object.fromEntries(
    Object.entries({ ...defaultDemandPolicy, ...given, halfLifeDays }).map(
      ([key, value]) => {
        const defaults = defaultDemandPolicy[key as keyof DemandPolicy];
        return [
          key,
          typeof value === 'object' && typeof defaults === 'object'
            ? { ...defaults, ...value }
            : value,
        ];
      },
    ),
  );
  return parse(
    new ConfigReader({ pilot: { demand: merged } } as any),
    'pilot.demand',
    demandPolicySchema,
  );
}

function readDays(root: Config, key: string): number | undefined {
  return root.has(key)
    ? durationToMilliseconds(readDurationFromConfig(root, { key })) / dayMs
    : undefined;
}

function parse<T extends z.ZodType>(
  root: Config,
  key: string,
  schema: T,
): z.output<T> {
  const result = schema.safeParse(root.getOptional(key) ?? {});
  if (result.success) {
    return result.data;
  }
  const problems = result.error.issues.map(issue => {
    const path = [key, ...issue.path]
      .join('.')
      .replace('halfLifeDays', 'halfLife');
    return `${path}: ${issue.message}`;
  });
  throw new InputError(`Invalid configuration: ${problems.join('; ')}`);
}
