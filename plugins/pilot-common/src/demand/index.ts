export {
  assessDemand,
  type DemandAssessment,
  type DemandInput,
} from './assessDemand';
export {
  assessStored,
  summaryAt,
  type DemandSummary,
  type StoredDemandInput,
} from './assessStored';
export {
  adoptersOf,
  isCounted,
  isInternal,
  type TargetInterest,
} from './counted';
export {
  dayOf,
  demandDays,
  demandDaysSteps,
  endOfDay,
  storedSumsAt,
  storedSumsSteps,
  type DemandDay,
  type DemandDaysInput,
} from './days';
export { hasConsent } from './consent';
export { decayFactor, urgencyWeights } from './decay';
export {
  demandHistory,
  type DemandHistoryInput,
  type DemandPoint,
} from './history';
export {
  demandAt,
  demandSteps,
  compareTimes,
  saidAgain,
  underNewName,
  stateAt,
  type DemandReplay,
  type ReplayedDemand,
} from './replay';
export { allAtOnce, type Steps } from './steps';
export type { ReplayedTarget } from './ReplayedTarget';
export { policyAt, type PolicyInForce } from './policies';
export {
  isRemovedText,
  removedText,
  removedUseCase,
  withoutText,
} from './removedText';
export { levelOf, scoreOf, type DemandSums, type ScoredSums } from './score';
export {
  describesUseCase,
  specificityGaps,
  specificityOf,
  type InterestDetails,
  type SpecificityDetail,
  type SpecificityGap,
} from './specificity';
export { storedSumsOf, sumsAt, type StoredSums } from './stored';
export {
  teamDemandsOf,
  type DatedInterest,
  type TargetTeams,
  type TeamDemand,
} from './teamDemand';
export { trendOf } from './trend';
