import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { HumanDuration } from '@backstage/types';
import {
  defaultAllowedKinds,
  DemandPolicy,
  entityRefSchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { z } from 'zod';
import { fingerprintOf, readDemandPolicy } from './demandPolicy';
import { nearest } from './nearest';
import { parseConfig, readDays } from './parseConfig';

/** What the operator set under `pilot`, with defaults, as the backend uses it. */
export interface PilotConfig {
  readonly allowedKinds: readonly string[];
  readonly confirmAfterDays: number;
  /** Only Groups of these types can be a team; absent: all. */
  readonly teamTypes?: readonly string[];
  readonly allowDeclaredPhases: boolean;
  /** Groups whose members approve; none by default. */
  readonly approvers: readonly string[];
  /** Off: teams are shown, and not who recorded an interest. */
  readonly showAuthors: boolean;
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

const decisionsSchema = z.strictObject({
  allowDeclared: z.boolean().optional(),
  approvers: z.array(entityRefSchema({ kind: 'group' })).optional(),
});

const privacySchema = z.strictObject({ showAuthors: z.boolean().optional() });

const knownKeys = ['interest', 'demand', 'decisions', 'catalog', 'privacy'];
/** What the design names and this version does not have. */
const laterKeys = ['readiness', 'decisions.gates'];

const minutesOfDay = 24 * 60;

/** @throws InputError that names the key and what it must be. */
export function readPilotConfig(root: Config): PilotConfig {
  refuseUnknownKeys(root);
  const interest = parseConfig(
    root.getOptional('pilot.interest'),
    'pilot.interest',
    interestSchema,
  );
  const decisions = parseConfig(
    root.getOptional('pilot.decisions'),
    'pilot.decisions',
    decisionsSchema,
  );
  const privacy = parseConfig(
    root.getOptional('pilot.privacy'),
    'pilot.privacy',
    privacySchema,
  );
  const policy = readDemandPolicy(root);
  const syncDays = readDays(
    root,
    'pilot.catalog.syncInterval',
    5 / minutesOfDay,
  );
  return {
    allowedKinds: interest.allowedKinds ?? defaultAllowedKinds,
    confirmAfterDays: readDays(root, 'pilot.interest.confirmAfter', 120),
    teamTypes: interest.teamTypes,
    allowDeclaredPhases: decisions.allowDeclared ?? true,
    approvers: decisions.approvers ?? [],
    showAuthors: privacy.showAuthors ?? true,
    syncInterval: {
      seconds: Math.max(1, Math.round(syncDays * minutesOfDay * 60)),
    },
    permissionsEnabled: root.getOptionalBoolean('permission.enabled') ?? false,
    policy,
    fingerprint: fingerprintOf(policy),
  };
}

function refuseUnknownKeys(root: Config): void {
  const given = parseConfig(
    root.getOptional('pilot'),
    'pilot',
    z.looseObject({}),
  );
  const problems = [
    ...laterKeys
      .filter(key => valueAt(given, key) !== undefined)
      .map(key => `pilot.${key}: is not supported yet; leave it out`),
    ...Object.keys(given)
      .filter(key => !knownKeys.includes(key) && !laterKeys.includes(key))
      .map(
        key =>
          `pilot.${key}: is not a known key; did you mean pilot.${nearest(
            key,
            knownKeys,
          )}?`,
      ),
  ];
  if (problems.length > 0) {
    throw new InputError(`Invalid configuration: ${problems.join('; ')}`);
  }
}

function valueAt(value: unknown, key: string): unknown {
  return key.split('.').reduce<any>((inner, part) => inner?.[part], value);
}
