import { ReadinessSource } from '@pilot-to-platform/plugin-pilot-node';
import { Kernel } from '../kernel/createKernel';
import { CatalogMirror } from '../targets/CatalogMirror';
import { TargetWriter } from '../targets/TargetWriter';
import { registerAttestCheck } from './actions/registerAttestCheck';
import { registerGetReadiness } from './actions/registerGetReadiness';
import { registerReportResults } from './actions/registerReportResults';
import { registerRevokeSignature } from './actions/registerRevokeSignature';
import { registerWaiveCheck } from './actions/registerWaiveCheck';
import { AnswerService } from './AnswerService';
import { ChecksInUse } from './ChecksInUse';
import { FactKeeper, ReadAdoption, RefreshAdvice } from './FactKeeper';
import { FactCollector } from './facts/FactCollector';
import { TechDocsSites } from './facts/TechDocsSites';
import { ReadinessDoor } from './ReadinessDoor';
import { readinessRoutes } from './readinessRoutes';
import { ReadinessService } from './ReadinessService';
import { GateReader, ReadinessViews } from './ReadinessViews';
import { addedSource } from './sources/addedSource';
import { builtInSources } from './sources/builtInSources';
import { AnswersListener } from './writeAnswers';

/** Sources of automatic answers beside the catalog. */
export interface ReadinessSources {
  /** Those that other modules added. */
  readonly added: readonly ReadinessSource[];
  /** Address of the portal, for links to its pages. */
  readonly appBaseUrl?: string;
}

/** Functions of a floor above that run where answers change, or add to them. */
export interface ReadinessListeners {
  readonly refreshAdvice: RefreshAdvice;
  readonly adoptionOf: ReadAdoption;
  readonly readGated: GateReader;
  readonly onAnswersChanged: AnswersListener;
}

/** Checks, facts and their sources, attestations, waivers and reports. */
export const readinessFeature = {
  create(
    kernel: Kernel &
      ReadinessListeners & {
        readonly mirror: CatalogMirror;
        readonly targetWriter: TargetWriter;
        readonly sources: ReadinessSources;
      },
  ) {
    const { config, sources } = kernel;
    const { checks, pagePaths } = config;
    const collector = new FactCollector({
      ...kernel,
      catalog: { ...config, ...kernel },
      checks,
      sources: [
        ...builtInSources({
          ...sources,
          pagePaths,
          sites: new TechDocsSites(kernel),
        }),
        ...sources.added.map(source => addedSource(source, kernel)),
      ],
    });
    const inUse = new ChecksInUse({ ...kernel, checks });
    const keeper = new FactKeeper({ ...kernel, collector, inUse, checks });
    const readinessDoor = new ReadinessDoor({ ...kernel, keeper });
    const readinessViews = new ReadinessViews({ ...kernel, keeper });
    return {
      inUse,
      keeper,
      readiness: new ReadinessService({
        ...kernel,
        keeper,
        readinessViews,
        readinessDoor,
        cursors: kernel.cursors(),
      }),
      answers: new AnswerService({
        ...kernel,
        readinessViews,
        readinessDoor,
      }),
    };
  },
  routes: readinessRoutes,
  actions: [
    registerGetReadiness,
    registerAttestCheck,
    registerWaiveCheck,
    registerRevokeSignature,
    registerReportResults,
  ],
};
