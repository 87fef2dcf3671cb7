import {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ReadinessSource } from '@pilot-to-platform/plugin-pilot-node';
import { Knex } from 'knex';
import { Announcer } from '../kernel/announce/Announcer';
import { CatalogMirror } from '../targets/CatalogMirror';
import { PilotConfig } from '../kernel/config/config';
import { FactCollector } from '../readiness/facts/FactCollector';
import { addedSource } from '../readiness/sources/addedSource';
import { builtInSources } from '../readiness/sources/builtInSources';
import { TechDocsSites } from '../readiness/facts/TechDocsSites';
import { Measurements } from '../kernel/announce/Measurements';
import { adoptionFacts } from '../pilots/adoptionFacts';
import { keepAdvice, refreshAdvice } from '../pilots/keepAdvice';
import { readPhase } from '../pilots/readPhases';
import { ChecksInUse } from '../readiness/ChecksInUse';
import { FactKeeper } from '../readiness/FactKeeper';
import { AnswerService } from '../readiness/AnswerService';
import { ReadinessService } from '../readiness/ReadinessService';
import { CursorCodec } from '../kernel/http/cursor';
import { Door } from '../kernel/access/Door';
import { EntityPermits } from '../kernel/access/EntityPermits';
import { Permits } from '../kernel/access/Permits';
import { ReadinessDoor } from '../readiness/ReadinessDoor';
import { Visibility } from '../kernel/access/Visibility';
import { SignalChannel } from '../kernel/announce/SignalChannel';
import { Clock } from '../kernel/clock/Clock';
import { readPolicies } from '../kernel/store/policies/putPolicyInForce';

/** What automatic answers come from beside the catalog. */
export interface ReadinessSources {
  /** Those that other modules added. */
  readonly added: readonly ReadinessSource[];
  /** Where the portal is, for links to its pages. */
  readonly appBaseUrl?: string;
}

/** Puts the services of readiness together. */
export function createReadiness(given: {
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly discovery: DiscoveryService;
  readonly logger: LoggerService;
  readonly sources: ReadinessSources;
  readonly knex: Knex;
  readonly config: PilotConfig;
  readonly announcer: Announcer;
  readonly measurements: Measurements;
  readonly mirror: CatalogMirror;
  readonly door: Door;
  readonly permits: Permits;
  readonly entityPermits: EntityPermits;
  readonly visibility: Visibility;
  readonly watch: SignalChannel;
  readonly cursorKey: Buffer;
  readonly clock: Clock;
}) {
  const { knex, config, sources } = given;
  const collector = new FactCollector({
    ...given,
    catalog: { ...given, ...config },
    checks: config.checks,
    sources: [
      ...builtInSources({
        ...sources,
        pagePaths: config.pagePaths,
        sites: new TechDocsSites(given),
      }),
      ...sources.added.map(source => addedSource(source, given)),
    ],
  });
  const inUse = new ChecksInUse({ ...given, checks: config.checks });
  const keeper = new FactKeeper({
    ...given,
    collector,
    inUse,
    checks: config.checks,
    refreshAdvice: async (targets, now) => {
      const policies = await readPolicies(knex);
      await refreshAdvice(knex, targets, { ...config, policies, now });
    },
    adoptionOf: targets => adoptionFacts(knex, targets),
  });
  const readinessDoor = new ReadinessDoor({ ...given, keeper });
  const readiness = new ReadinessService({
    ...given,
    keeper,
    door: readinessDoor,
    readGated: async (pilot, options) => {
      const policies = await readPolicies(knex);
      return readPhase(knex, pilot, { ...config, ...options, policies });
    },
    cursors: new CursorCodec(given.cursorKey),
  });
  return {
    inUse,
    keeper,
    readiness,
    answers: new AnswerService({
      ...given,
      readiness,
      readinessDoor,
      onAnswersChanged: async (tx, target, now) => {
        const policies = await readPolicies(tx);
        await keepAdvice(tx, [target], { ...config, policies, now });
      },
    }),
  };
}
