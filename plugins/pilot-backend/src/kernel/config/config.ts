import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { HumanDuration } from '@backstage/types';
import {
  CheckDefinition,
  defaultAllowedKinds,
  defaultGatePolicy,
  DemandPolicy,
  entityRefSchema,
  GatePolicy,
  gatePolicySchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { z } from 'zod';
import {
  fingerprintOf,
  readDemandPolicy,
  readPolicyRevision,
} from './demandPolicy';
import { CostLimits } from '../cost/CostlyReads';
import { readLimits } from './limitsConfig';
import { nearest } from './nearest';
import { parseConfig, readDays } from './parseConfig';
import { PagePaths, readPagePaths } from './pagePaths';
import { AddedSource } from './addedSources';
import { readChecks } from './readinessConfig';
import { MessageDetails } from './MessageDetails';

/** Settings under `pilot`, with defaults, as the backend uses them. */
export interface PilotConfig {
  readonly allowedKinds: readonly string[];
  readonly confirmAfterDays: number;
  /** Only Groups of these types can be a team; absent: the catalog decides. */
  readonly teamTypes?: readonly string[];
  /** The people of child Groups belong to the Groups above, too. */
  readonly childTeams: boolean;
  readonly allowDeclaredPhases: boolean;
  /** Groups whose members approve; none by default. */
  readonly approvers: readonly string[];
  /** Policy of the gates. */
  readonly gates: GatePolicy;
  /** The checks in force. */
  readonly checks: readonly CheckDefinition[];
  /** Age from which the answers of automatic sources are asked for again. */
  readonly readinessRefresh: HumanDuration;
  /** Days that a waiver holds at most. */
  readonly waiverDays: number;
  /** Off: teams are shown, and not who recorded an interest. */
  readonly showAuthors: boolean;
  /** Days after which texts go that were withdrawn, cleared or replaced; none where all are kept. */
  readonly retentionDays?: number;
  /** Extent of what notifications hold. */
  readonly messageDetails: MessageDetails;
  /** Paths of the portal's pages that notifications link to. */
  readonly pagePaths: PagePaths;
  readonly syncInterval: HumanDuration;
  /** Limits of the costly reads at a time. */
  readonly costLimits: CostLimits;
  /** Without the permission framework nobody is known to be an administrator. */
  readonly permissionsEnabled: boolean;
  readonly policy: DemandPolicy;
  readonly fingerprint: string;
  /** Revision of the policy; a higher one replaces a lower one. */
  readonly revision: number;
}

const interestSchema = z.strictObject({
  allowedKinds: z.array(z.string().min(1)).min(1).optional(),
  confirmAfter: z.unknown().optional(),
  teamTypes: z.array(z.string().min(1)).min(1).optional(),
  childTeams: z.boolean().optional(),
});

const decisionsSchema = z.strictObject({
  allowDeclared: z.boolean().optional(),
  approvers: z.array(entityRefSchema({ kind: 'group' })).optional(),
  gates: z
    .strictObject({
      'build-out': gatePolicySchema.shape['build-out'].partial().optional(),
    })
    .optional(),
});

const readinessSchema = z.strictObject({
  checks: z.unknown().optional(),
  refresh: z.unknown().optional(),
  waiverLimit: z.unknown().optional(),
  /** Read by the module that asks Tech Insights, where it is installed. */
  techInsights: z.unknown().optional(),
});

const privacySchema = z.strictObject({
  showAuthors: z.boolean().optional(),
  retention: z.unknown().optional(),
});

const notificationsSchema = z.strictObject({
  details: z.enum(['full', 'known']).optional(),
  paths: z.unknown().optional(),
});

const knownKeys = [
  'interest',
  'demand',
  'readiness',
  'decisions',
  'catalog',
  'privacy',
  'notifications',
  'limits',
];

const minutesOfDay = 24 * 60;

/**
 * @param knownChecks - the default checks, and those that modules added
 * @param sources - what modules answer
 * @throws InputError that names the key and what it must be
 */
export function readPilotConfig(
  root: Config,
  knownChecks?: readonly CheckDefinition[],
  sources?: readonly AddedSource[],
): PilotConfig {
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
  const notifications = parseConfig(
    root.getOptional('pilot.notifications'),
    'pilot.notifications',
    notificationsSchema,
  );
  parseConfig(
    root.getOptional('pilot.readiness'),
    'pilot.readiness',
    readinessSchema,
  );
  const policy = readDemandPolicy(root);
  const permissionsEnabled =
    root.getOptionalBoolean('permission.enabled') ?? false;
  return {
    allowedKinds: interest.allowedKinds ?? defaultAllowedKinds,
    confirmAfterDays: readDays(root, 'pilot.interest.confirmAfter', 120),
    teamTypes: interest.teamTypes,
    childTeams: interest.childTeams ?? true,
    allowDeclaredPhases: decisions.allowDeclared ?? false,
    approvers: decisions.approvers ?? [],
    showAuthors: privacy.showAuthors ?? true,
    ...(root.has('pilot.privacy.retention') && {
      retentionDays: readDays(root, 'pilot.privacy.retention', Infinity),
    }),
    messageDetails:
      notifications.details ?? (permissionsEnabled ? 'known' : 'full'),
    pagePaths: readPagePaths(root),
    gates: {
      'build-out': {
        ...defaultGatePolicy['build-out'],
        ...decisions.gates?.['build-out'],
      },
    },
    checks: readChecks(root, knownChecks, sources),
    readinessRefresh: readInterval(root, 'pilot.readiness.refresh', 15),
    waiverDays: Math.max(
      1,
      Math.floor(readDays(root, 'pilot.readiness.waiverLimit', 180)),
    ),
    syncInterval: readInterval(root, 'pilot.catalog.syncInterval', 5),
    costLimits: readLimits(root),
    permissionsEnabled,
    policy,
    fingerprint: fingerprintOf(policy),
    revision: readPolicyRevision(root),
  };
}

function refuseUnknownKeys(root: Config): void {
  const given = parseConfig(
    root.getOptional('pilot'),
    'pilot',
    z.looseObject({}),
  );
  const problems = Object.keys(given)
    .filter(key => !knownKeys.includes(key))
    .map(
      key =>
        `pilot.${key}: is not a known key; did you mean pilot.${nearest(
          key,
          knownKeys,
        )}?`,
    );
  if (problems.length > 0) {
    throw new InputError(`Invalid configuration: ${problems.join('; ')}`);
  }
}

/** An interval in whole seconds, at least one. */
function readInterval(
  root: Config,
  key: string,
  minutesByDefault: number,
): HumanDuration {
  const days = readDays(root, key, minutesByDefault / minutesOfDay);
  return { seconds: Math.max(1, Math.round(days * minutesOfDay * 60)) };
}
