import {
  AuthService,
  DiscoveryService,
  LoggerService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { Knex } from 'knex';
import { Admission } from './access/Admission';
import { Door } from './access/Door';
import { EntityPermits } from './access/EntityPermits';
import { GroupDirectory } from './access/GroupDirectory';
import { Permits } from './access/Permits';
import { TeamRules } from './access/TeamRules';
import { Visibility } from './access/Visibility';
import { Announcer } from './announce/Announcer';
import { Measurements } from './announce/Measurements';
import { SignalChannel } from './announce/SignalChannel';
import { Clock } from './clock/Clock';
import { PilotConfig } from './config/config';
import { CostlyReads } from './cost/CostlyReads';
import { CursorCodec } from './http/cursor';
import { sharedKey } from './store/secrets/sharedKey';

/** Backstage services that the kernel is built from. */
export interface KernelDeps {
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly discovery: DiscoveryService;
  readonly events: EventsService;
  readonly logger: LoggerService;
  readonly metrics: MetricsService;
  readonly permissions: PermissionsService;
  readonly signals: SignalsService;
  readonly userInfo: UserInfoService;
}

/** Services that all features share; each takes the ones that it names. */
export type Kernel = Awaited<ReturnType<typeof createKernel>>;

/** Puts together what all features share. */
export async function createKernel(
  deps: KernelDeps,
  given: {
    readonly knex: Knex;
    readonly config: PilotConfig;
    readonly clock: Clock;
    /** Lets the readers that wait for the feed in this process look at once. */
    readonly wakeReaders: () => void;
  },
) {
  const { auth, catalog, discovery, logger } = deps;
  const { knex, config, clock } = given;
  const measurements = new Measurements(deps.metrics);
  const watch = new SignalChannel(await sharedKey(knex, 'watch'), clock);
  const visibility = new Visibility(deps);
  const entityPermits = new EntityPermits(deps);
  const groups = new GroupDirectory({ catalog, auth, config });
  const permits = new Permits({ ...config, ...deps, groups });
  const cursorKey = await sharedKey(knex, 'cursor');
  return {
    auth,
    catalog,
    discovery,
    logger,
    knex,
    config,
    clock,
    measurements,
    watch,
    announcer: new Announcer({ ...deps, ...given, watch, measurements }),
    visibility,
    groups,
    permits,
    door: new Door({ permits, visibility, entityPermits, config }),
    entityPermits,
    teams: new TeamRules({ groups }),
    admission: new Admission({ ...deps, permits }),
    costlyReads: new CostlyReads(config.costLimits),
    /** Signs where pages begin. */
    cursors: <Position extends object>() =>
      new CursorCodec<Position>(cursorKey),
  };
}
