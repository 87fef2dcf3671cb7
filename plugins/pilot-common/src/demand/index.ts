export {
  assessDemand,
  type DemandAssessment,
  type DemandInput,
} from './assessDemand';
export {
  adoptersOf,
  isCounted,
  isInternal,
  type TargetInterest,
} from './counted';
export { decayFactor, urgencyWeights } from './decay';
export {
  demandHistory,
  type DemandHistoryInput,
  type DemandPoint,
} from './history';
export {
  demandAt,
  stateAt,
  type DemandReplay,
  type PolicyInForce,
  type ReplayedDemand,
  type ReplayedTarget,
} from './replay';
export { levelOf, scoreOf, type DemandSums, type ScoredSums } from './score';
export {
  describesUseCase,
  specificityGaps,
  specificityOf,
  type InterestDetails,
  type SpecificityDetail,
  type SpecificityGap,
} from './specificity';
export { trendOf } from './trend';
