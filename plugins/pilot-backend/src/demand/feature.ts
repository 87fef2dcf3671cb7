import { Kernel } from '../kernel/createKernel';
import { CatalogMirror } from '../targets/CatalogMirror';
import { SettingsCheck } from '../targets/SettingsCheck';
import { registerExplainDemand } from './actions/registerExplainDemand';
import { registerGetDemand } from './actions/registerGetDemand';
import { registerListDemand } from './actions/registerListDemand';
import { demandRoutes } from './demandRoutes';
import { DemandService } from './DemandService';
import { DemandUpkeep } from './DemandUpkeep';
import { DemandViews } from './DemandViews';
import { HistoryService } from './HistoryService';
import { PreviewService } from './PreviewService';
import { RankingService } from './RankingService';

/** Scores of one target and of many, now and in the past. */
export const demandFeature = {
  create(
    kernel: Kernel & {
      readonly mirror: CatalogMirror;
      readonly settings: SettingsCheck;
    },
  ) {
    const views = new DemandViews(kernel);
    const shown = { ...kernel, views };
    return {
      views,
      demand: new DemandService(shown),
      ranking: new RankingService({ ...shown, cursors: kernel.cursors() }),
      history: new HistoryService(shown),
      preview: new PreviewService(kernel),
      upkeep: new DemandUpkeep(kernel),
    };
  },
  routes: demandRoutes,
  actions: [registerGetDemand, registerExplainDemand, registerListDemand],
};
