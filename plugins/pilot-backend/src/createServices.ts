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
import { RatingWriter } from './adoption/RatingWriter';
import { Announcer } from './announce/Announcer';
import { GroupDirectory } from './catalog/GroupDirectory';
import { Mirror } from './catalog/Mirror';
import { SettingsCheck } from './catalog/SettingsCheck';
import { PilotConfig } from './config';
import { CostlyReads } from './cost/CostlyReads';
import { createReadiness, ReadinessSources } from './createReadiness';
import { pilotStatement } from './facts/pilotStatement';
import { Merger } from './merge/Merger';
import { Mover } from './merge/Mover';
import { Measurements } from './metrics/Measurements';
import { ScopeNames } from './outbox/ScopeNames';
import { PersonEraser } from './persons/PersonEraser';
import { PersonWithdrawer } from './persons/PersonWithdrawer';
import { DemandUpkeep } from './demand/DemandUpkeep';
import { PhaseUpkeep } from './phases/PhaseUpkeep';
import { PhaseAdopter } from './phases/PhaseAdopter';
import { ProposalWriter } from './phases/ProposalWriter';
import { AuthorizedRedating } from './redate/AuthorizedRedating';
import { Redater } from './redate/Redater';
import { Maintenance } from './rebuild/Maintenance';
import { Admission } from './service/Admission';
import { AuthorizedAdoption } from './service/AuthorizedAdoption';
import { AuthorizedDecisions } from './service/AuthorizedDecisions';
import { AuthorizedFragmentation } from './service/AuthorizedFragmentation';
import { AuthorizedHistory } from './service/AuthorizedHistory';
import { AuthorizedListing } from './service/AuthorizedListing';
import { AuthorizedMerge } from './service/AuthorizedMerge';
import { AuthorizedMoves } from './service/AuthorizedMoves';
import { AuthorizedPersons } from './service/AuthorizedPersons';
import { AuthorizedPhaseAdoption } from './service/AuthorizedPhaseAdoption';
import { AuthorizedPhases } from './service/AuthorizedPhases';
import { AuthorizedPilots } from './service/AuthorizedPilots';
import { AuthorizedPilotService } from './service/AuthorizedPilotService';
import { AuthorizedPreview } from './service/AuthorizedPreview';
import { AuthorizedRanking } from './service/AuthorizedRanking';
import { AuthorizedSimilar } from './service/AuthorizedSimilar';
import { AuthorizedTriage } from './service/AuthorizedTriage';
import { CatalogChanges } from './service/CatalogChanges';
import { CursorCodec } from './service/cursor';
import { DefaultPilotService } from './service/DefaultPilotService';
import { DemandViews } from './service/DemandViews';
import { Door } from './service/Door';
import { EntityPermits } from './service/EntityPermits';
import { InterestImporter } from './service/InterestImporter';
import { InterestLister } from './service/InterestLister';
import { Permits } from './service/Permits';
import { PilotViews } from './service/PilotViews';
import { ProjectionFeed } from './service/ProjectionFeed';
import { SeenCandidates } from './service/SeenCandidates';
import { SeenDuplicates } from './service/SeenDuplicates';
import { TargetCards } from './service/TargetCards';
import { TeamRules } from './service/TeamRules';
import { Visibility } from './service/Visibility';
import { Watch } from './service/Watch';
import { Duplicates } from './similar/Duplicates';
import { GroupNames } from './similar/GroupNames';
import { SimilarTargets } from './similar/SimilarTargets';
import { Clock } from './store/Clock';
import { EverythingTransfer } from './transfer/EverythingTransfer';
import { sharedKey } from './store/operations/secrets';
import { lastUpkeep } from './store/operations/upkeep';

/** What the services are made from. */
export interface ServiceDeps {
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

/** Everything that the plugin does, each with what it needs. */
export type Services = Awaited<ReturnType<typeof createServices>>;

/** Puts the services of the plugin together. */
export async function createServices(
  deps: ServiceDeps,
  given: {
    readonly knex: Knex;
    readonly config: PilotConfig;
    /** What answers checks by itself. */
    readonly sources: ReadinessSources;
    readonly clock: Clock;
  },
) {
  const { auth, catalog, logger } = deps;
  const { knex, config, clock } = given;
  const measurements = new Measurements(deps.metrics);
  const watch = new Watch(await sharedKey(knex, 'watch'), clock);
  const scopes = new ScopeNames(await sharedKey(knex, 'scope'));
  const feed = new ProjectionFeed(knex);
  const announcer = new Announcer({
    ...deps,
    knex,
    watch,
    measurements,
    wakeReaders: () => feed.wake(),
  });
  const mirror = new Mirror({ knex, catalog, auth, clock, ...config });
  const visibility = new Visibility({
    catalog,
    permissions: deps.permissions,
  });
  const groups = new GroupDirectory({ catalog, auth, config });
  const settings = new SettingsCheck({ ...deps, groups, config });
  const permits = new Permits({ ...config, ...deps, groups });
  const door = new Door({ permits, visibility, config });
  const entityPermits = new EntityPermits(deps);
  const teams = new TeamRules({ groups, visibility });
  const views = new DemandViews({ knex, visibility, teams, watch });
  const cursorKey = await sharedKey(knex, 'cursor');
  const lister = new InterestLister({
    knex,
    visibility,
    cursors: new CursorCodec(cursorKey),
  });
  const interests = new DefaultPilotService({
    knex,
    config,
    mirror,
    visibility,
    announcer,
    clock,
  });
  const service = new AuthorizedPilotService({
    service: interests,
    lister,
    door,
    views,
    visibility,
    permits,
    settings,
    teams,
  });
  const importer = new InterestImporter({
    knex,
    catalog,
    auth,
    mirror,
    announcer,
    teamsOf: memberOf => groups.teamsOf(memberOf),
    clock,
  });

  const candidates = new SimilarTargets({
    mark: async () => (await lastUpkeep(knex, 'pilots'))?.getTime(),
    catalog,
    auth,
    logger,
    clock,
    allowedKinds: config.allowedKinds,
  });
  const duplicates = new Duplicates({
    knex,
    names: new GroupNames(await sharedKey(knex, 'group')),
    logger,
    clock,
  });
  const seenCandidates = new SeenCandidates({
    similar: candidates,
    visibility,
  });
  const cards = new TargetCards({ knex, views, clock });

  const listing = new AuthorizedListing({
    service: interests,
    lister,
    door,
    config,
    clock,
  });
  const ranking = new AuthorizedRanking({
    knex,
    door,
    views,
    visibility,
    cursors: new CursorCodec(cursorKey),
    clock,
  });
  const shared = { knex, config, announcer, measurements, clock };
  const { inUse, keeper, readiness, answers } = createReadiness({
    ...{ ...deps, ...shared, sources: given.sources },
    ...{ mirror, door, permits, entityPermits, visibility, watch, cursorKey },
  });
  const phases = new AuthorizedPhases({
    ...{ door, visibility, entityPermits, mirror, announcer, clock },
    writer: new ProposalWriter(shared),
    pilotViews: new PilotViews({
      ...{ knex, door, visibility, entityPermits, watch, config, clock },
    }),
    collect: (entity, target) =>
      keeper.ensure(target, clock(), pilotStatement(entity)),
  });

  const alike = new AuthorizedSimilar({
    knex,
    candidates: seenCandidates,
    door,
    cards,
  });

  return {
    admission: new Admission({ ...deps, permits }),
    adoption: new AuthorizedAdoption({
      ...{ knex, door, views, visibility, mirror, clock },
      ratings: new RatingWriter(shared),
    }),
    announcer,
    answers,
    changes: new CatalogChanges({
      ...{ knex, catalog, auth, mirror, importer, keeper, announcer, clock },
    }),
    costlyReads: new CostlyReads(config.costLimits),
    groups,
    decisions: new AuthorizedDecisions({
      ...{ knex, door, visibility, entityPermits },
      cursors: new CursorCodec(cursorKey),
    }),
    importer,
    inUse,
    keeper,
    listing,
    maintenance: new Maintenance({
      ...{ knex, announcer, measurements, logger, clock },
    }),
    measurements,
    mirror,
    persons: new AuthorizedPersons({
      permits,
      eraser: new PersonEraser({ knex, clock }),
      withdrawer: new PersonWithdrawer({ knex, announcer, clock }),
    }),
    phases,
    phaseAdoption: new AuthorizedPhaseAdoption({
      permits,
      adopter: new PhaseAdopter({ ...deps, knex, mirror, announcer, clock }),
    }),
    pilots: new AuthorizedPilots({
      ...{ knex, ranking, door, visibility, entityPermits, config, clock },
    }),
    ranking,
    readiness,
    redating: new AuthorizedRedating({
      permits,
      redater: new Redater({ knex, announcer, clock }),
    }),
    scopes,
    service,
    settings,
    similar: alike,
    feed,
    fragmentation: new AuthorizedFragmentation({
      knex,
      seen: new SeenDuplicates({
        ...{ knex, duplicates, visibility, candidates: seenCandidates },
      }),
      visibility,
      door,
      cards,
      config,
      clock,
    }),
    history: new AuthorizedHistory({ knex, door, views, clock }),
    merging: new AuthorizedMerge({
      knex,
      merger: new Merger({ knex, announcer, clock }),
      mirror,
      door,
      permits,
      visibility,
      cursors: new CursorCodec(cursorKey),
    }),
    moves: new AuthorizedMoves({
      ...{ knex, catalog, auth, permits },
      mover: new Mover({ knex, announcer, clock }),
      teamCursors: new CursorCodec(cursorKey),
      personCursors: new CursorCodec(cursorKey),
    }),
    preview: new AuthorizedPreview({ knex, door, visibility, clock }),
    transfer: new EverythingTransfer({
      ...{ knex, announcer, clock },
      upkeep: new DemandUpkeep({ knex, clock }),
      phases: new PhaseUpkeep({ knex, config }),
    }),
    triage: new AuthorizedTriage({
      service: interests,
      lister,
      door,
      views,
      visibility,
      mirror,
      config,
    }),
  };
}
