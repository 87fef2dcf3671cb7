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
import { Announcer } from '../kernel/announce/Announcer';
import { GroupDirectory } from '../kernel/access/GroupDirectory';
import { CatalogMirror } from '../targets/CatalogMirror';
import { SettingsCheck } from '../targets/SettingsCheck';
import { PilotConfig } from '../kernel/config/config';
import { CostlyReads } from '../kernel/cost/CostlyReads';
import { createReadiness, ReadinessSources } from './createReadiness';
import { pilotStatement } from '../readiness/facts/pilotStatement';
import { Measurements } from '../kernel/announce/Measurements';
import { ScopeNames } from '../news/ScopeNames';
import { DemandUpkeep } from '../demand/DemandUpkeep';
import { PhaseUpkeep } from '../pilots/PhaseUpkeep';
import { RedateService } from '../operating/RedateService';
import { Maintenance } from '../operating/Maintenance';
import { Admission } from '../kernel/access/Admission';
import { AdoptionService } from '../pilots/AdoptionService';
import { DemandService } from '../demand/DemandService';
import { DecisionService } from '../pilots/DecisionService';
import { FragmentationService } from '../duplicates/FragmentationService';
import { HistoryService } from '../demand/HistoryService';
import { MergeService } from '../duplicates/MergeService';
import { MoveService } from '../duplicates/MoveService';
import { PersonService } from '../operating/PersonService';
import { PhaseAdoptionService } from '../pilots/PhaseAdoptionService';
import { PhaseService } from '../pilots/PhaseService';
import { PilotListService } from '../pilots/PilotListService';
import { PreviewService } from '../demand/PreviewService';
import { RankingService } from '../demand/RankingService';
import { SimilarService } from '../duplicates/SimilarService';
import { CatalogChanges } from '../operating/CatalogChanges';
import { CursorCodec } from '../kernel/http/cursor';
import { DemandViews } from '../demand/DemandViews';
import { Door } from '../kernel/access/Door';
import { EntityPermits } from '../kernel/access/EntityPermits';
import { InterestImporter } from '../interest/InterestImporter';
import { InterestList } from '../interest/InterestList';
import { InterestService } from '../interest/InterestService';
import { InterestViews } from '../interest/InterestViews';
import { InterestWriter } from '../interest/InterestWriter';
import { TargetWriter } from '../targets/TargetWriter';
import { Permits } from '../kernel/access/Permits';
import { PilotViews } from '../pilots/PilotViews';
import { ProjectionFeed } from '../targets/ProjectionFeed';
import { VisibleCandidates } from '../duplicates/VisibleCandidates';
import { VisibleDuplicates } from '../duplicates/VisibleDuplicates';
import { TargetCards } from '../duplicates/TargetCards';
import { TeamRules } from '../kernel/access/TeamRules';
import { Visibility } from '../kernel/access/Visibility';
import { SignalChannel } from '../kernel/announce/SignalChannel';
import { Duplicates } from '../duplicates/Duplicates';
import { GroupNames } from '../duplicates/GroupNames';
import { SimilarTargets } from '../duplicates/SimilarTargets';
import { Clock } from '../kernel/clock/Clock';
import { EverythingTransfer } from '../operating/EverythingTransfer';
import { sharedKey } from '../kernel/store/secrets/sharedKey';
import { lastUpkeep } from '../kernel/store/upkeep/saveUpkeep';
import { saveDemandOf } from '../demand/saveDemandOf';

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
  const watch = new SignalChannel(await sharedKey(knex, 'watch'), clock);
  const scopes = new ScopeNames(await sharedKey(knex, 'scope'));
  const feed = new ProjectionFeed(knex);
  const announcer = new Announcer({
    ...deps,
    knex,
    watch,
    measurements,
    wakeReaders: () => feed.wake(),
  });
  const mirror = new CatalogMirror({
    knex,
    catalog,
    auth,
    clock,
    ...config,
    onTargetChanged: saveDemandOf,
  });
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
  const targets = new TargetWriter({ knex, clock });
  const interestViews = new InterestViews({ knex, visibility, config, clock });
  const interests = new InterestService({
    knex,
    door,
    teams,
    visibility,
    mirror,
    writer: new InterestWriter({ targets, announcer }),
    interestViews,
    views,
    config,
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
  const seenCandidates = new VisibleCandidates({
    similar: candidates,
    visibility,
  });
  const cards = new TargetCards({ knex, views, clock });

  const listing = new InterestList({
    knex,
    door,
    visibility,
    interestViews,
    cursors: new CursorCodec(cursorKey),
    config,
    clock,
  });
  const ranking = new RankingService({
    knex,
    door,
    views,
    visibility,
    cursors: new CursorCodec(cursorKey),
    clock,
  });
  const shared = { knex, config, targets, announcer, measurements, clock };
  const { inUse, keeper, readiness, answers } = createReadiness({
    ...deps,
    ...shared,
    sources: given.sources,
    mirror,
    door,
    permits,
    entityPermits,
    visibility,
    watch,
    cursorKey,
  });
  const phases = new PhaseService({
    door,
    visibility,
    entityPermits,
    mirror,
    announcer,
    clock,
    knex,
    config,
    measurements,
    pilotViews: new PilotViews({
      knex,
      door,
      visibility,
      entityPermits,
      watch,
      config,
      clock,
    }),
    collect: (entity, target) =>
      keeper.ensure(target, clock(), pilotStatement(entity)),
  });

  const alike = new SimilarService({
    knex,
    candidates: seenCandidates,
    door,
    cards,
  });

  return {
    admission: new Admission({ ...deps, permits }),
    adoption: new AdoptionService({
      knex,
      door,
      views,
      visibility,
      mirror,
      clock,
      config,
      announcer,
      measurements,
    }),
    announcer,
    answers,
    changes: new CatalogChanges({
      knex,
      catalog,
      auth,
      mirror,
      importer,
      keeper,
      announcer,
      clock,
    }),
    costlyReads: new CostlyReads(config.costLimits),
    groups,
    demand: new DemandService({
      knex,
      config,
      mirror,
      announcer,
      door,
      views,
      teams,
      settings,
      clock,
    }),
    decisions: new DecisionService({
      knex,
      door,
      visibility,
      entityPermits,
      cursors: new CursorCodec(cursorKey),
    }),
    importer,
    inUse,
    interests,
    keeper,
    listing,
    maintenance: new Maintenance({
      knex,
      announcer,
      measurements,
      logger,
      clock,
    }),
    measurements,
    mirror,
    persons: new PersonService({
      permits,
      knex,
      announcer,
      clock,
    }),
    phases,
    phaseAdoption: new PhaseAdoptionService({
      permits,
      auth,
      catalog,
      knex,
      mirror,
      announcer,
      clock,
    }),
    pilots: new PilotListService({
      knex,
      ranking,
      door,
      visibility,
      entityPermits,
      config,
      clock,
    }),
    ranking,
    readiness,
    redating: new RedateService({
      permits,
      knex,
      announcer,
      clock,
    }),
    scopes,
    settings,
    similar: alike,
    feed,
    fragmentation: new FragmentationService({
      knex,
      seen: new VisibleDuplicates({
        knex,
        duplicates,
        visibility,
        candidates: seenCandidates,
      }),
      visibility,
      door,
      cards,
      config,
      clock,
    }),
    history: new HistoryService({ knex, door, views, clock }),
    merging: new MergeService({
      knex,
      announcer,
      clock,
      mirror,
      door,
      permits,
      visibility,
      cursors: new CursorCodec(cursorKey),
    }),
    moves: new MoveService({
      knex,
      catalog,
      auth,
      permits,
      announcer,
      clock,
      teamCursors: new CursorCodec(cursorKey),
      personCursors: new CursorCodec(cursorKey),
    }),
    preview: new PreviewService({ knex, door, visibility, clock }),
    transfer: new EverythingTransfer({
      knex,
      announcer,
      clock,
      upkeep: new DemandUpkeep({ knex, clock }),
      phases: new PhaseUpkeep({ knex, config }),
    }),
  };
}
