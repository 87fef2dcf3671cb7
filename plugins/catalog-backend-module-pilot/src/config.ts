import { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  FilterPredicate,
  readOptionalFilterPredicateFromConfig,
} from '@backstage/filter-predicates';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';
import {
  defaultAllowedKinds,
  mixedUnits,
} from '@pilot-to-platform/plugin-pilot-common';

/**
 * `all`: relations, phase and level. `targets`: the same, of targets that match the
 * filter alone. `off`: nothing that tells of interest.
 */
export type ShownInterest = 'off' | 'targets' | 'all';
const shownInterests: readonly ShownInterest[] = ['off', 'targets', 'all'];

/** Settings of an operator for Pilots in the catalog. */
export interface PilotCatalogConfig {
  readonly allowedKinds: readonly string[];
  readonly pollInterval: HumanDuration;
  /** Recorded interest that everybody who reads the catalog may know. */
  readonly shows: ShownInterest;
  readonly relationsFilter?: FilterPredicate;
  readonly reverseLimit: number;
  readonly modelLayer: boolean;
}

const defaultReverseLimit = 500;

/** `pilot.catalog.syncInterval` is read by the pilot backend. */
const known = {
  'pilot.catalog': ['pollInterval', 'relations', 'modelLayer', 'syncInterval'],
  'pilot.catalog.relations': ['show', 'filter', 'reverseLimit'],
};

/** @throws InputError that names the key of a bad value */
export function readPilotCatalogConfig(
  config: RootConfigService,
): PilotCatalogConfig {
  const inShort = readShort(config);
  for (const [key, names] of Object.entries(known)) {
    if (key === 'pilot.catalog' || inShort === undefined) {
      refuseOthers(config, key, names);
    }
  }
  const relationsFilter = inShort ? undefined : readRelationsFilter(config);
  return {
    allowedKinds: readAllowedKinds(config),
    pollInterval: readPollInterval(config),
    shows: readShown(config, inShort, relationsFilter),
    relationsFilter,
    reverseLimit: inShort ? defaultReverseLimit : readReverseLimit(config),
    modelLayer: config.getOptionalBoolean('pilot.catalog.modelLayer') ?? false,
  };
}

const relationsKey = 'pilot.catalog.relations';

/** `relations: off`; some parsers of YAML read that as false. */
function readShort(config: RootConfigService): unknown {
  const value = config.getOptional(relationsKey);
  if (value === false) {
    return 'off';
  }
  return typeof value === 'object' ? undefined : value;
}

function readShown(
  config: RootConfigService,
  inShort: unknown,
  filter: FilterPredicate | undefined,
): ShownInterest {
  const key = inShort === undefined ? `${relationsKey}.show` : relationsKey;
  const given = inShort ?? config.getOptional(key) ?? 'all';
  const shown = shownInterests.find(each => each === (given || 'off'));
  if (!shown) {
    throw new InputError(
      `${key}: must be one of ${shownInterests.join(', ')}, not '${given}'`,
    );
  }
  if (shown === 'targets' && filter === undefined) {
    throw new InputError(
      `${relationsKey}.filter: is needed to show interest in some targets only, such as { kind: Pilot }`,
    );
  }
  return shown;
}

function refuseOthers(
  config: RootConfigService,
  key: string,
  names: readonly string[],
): void {
  const other = config
    .getOptionalConfig(key)
    ?.keys()
    .find(name => !names.includes(name));
  if (other) {
    throw new InputError(
      `${key}.${other}: is not a setting; use one of ${names.join(', ')}`,
    );
  }
}

function readAllowedKinds(config: RootConfigService): readonly string[] {
  const key = 'pilot.interest.allowedKinds';
  const kinds = config.getOptionalStringArray(key) ?? defaultAllowedKinds;
  const bad = kinds.find(kind => !/^[a-z][a-z0-9]*$/i.test(kind));
  if (bad !== undefined || kinds.length === 0) {
    throw new InputError(
      `${key}: must list at least one entity kind, such as Component${
        bad === undefined ? '' : `, not '${bad}'`
      }`,
    );
  }
  return kinds;
}

function readPollInterval(config: RootConfigService): HumanDuration {
  const key = 'pilot.catalog.pollInterval';
  if (!config.has(key)) {
    return { seconds: 1 };
  }
  const mixed = mixedUnits(config.get(key));
  if (mixed) {
    throw new InputError(`${key}: ${mixed}`);
  }
  const interval = readDurationFromConfig(config, { key });
  if (durationToMilliseconds(interval) < 100) {
    throw new InputError(`${key}: must be at least 100 milliseconds`);
  }
  return interval;
}

function readRelationsFilter(
  config: RootConfigService,
): FilterPredicate | undefined {
  const key = 'pilot.catalog.relations.filter';
  const filter = readOptionalFilterPredicateFromConfig(config, { key });
  if (filter !== undefined && typeof filter !== 'object') {
    throw new InputError(
      `${key}: must be an object such as { kind: Component }, not '${filter}'`,
    );
  }
  return filter;
}

function readReverseLimit(config: RootConfigService): number {
  const key = 'pilot.catalog.relations.reverseLimit';
  const limit = config.getOptionalNumber(key) ?? defaultReverseLimit;
  if (!Number.isInteger(limit) || limit < 0) {
    throw new InputError(`${key}: must be a whole number from 0, not ${limit}`);
  }
  return limit;
}
