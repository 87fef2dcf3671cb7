/**
 * Types, schemas, permissions, the demand engine and the typed client of
 * Pilot to Platform.
 *
 * @packageDocumentation
 */

export type {
  ListInterestsQuery,
  PilotApi,
  PilotRequestOptions,
} from './client/PilotApi';
export { PilotClient, type PilotClientOptions } from './client/PilotClient';

export {
  adoptersOf,
  assessDemand,
  decayFactor,
  demandAt,
  demandHistory,
  describesUseCase,
  isCounted,
  isInternal,
  levelOf,
  scoreOf,
  specificityGaps,
  specificityOf,
  stateAt,
  trendOf,
  urgencyWeights,
  type DemandAssessment,
  type DemandHistoryInput,
  type DemandInput,
  type DemandPoint,
  type DemandReplay,
  type DemandSums,
  type InterestDetails,
  type PolicyInForce,
  type ReplayedDemand,
  type ReplayedTarget,
  type ScoredSums,
  type SpecificityDetail,
  type SpecificityGap,
  type TargetInterest,
} from './demand';

export {
  canSchema,
  interestPageSchema,
  interestSchema,
  recordInterestSchema,
  type Can,
  type Interest,
  type InterestPage,
  type RecordInterest,
  type RecordInterestCommand,
} from './model/interest';

export {
  demandCountsSchema,
  demandPartKeys,
  demandPartSchema,
  demandSchema,
  demandTrends,
  raiseSchema,
  recordedSchema,
  teamShareSchema,
  type Demand,
  type DemandCounts,
  type DemandPart,
  type DemandPartKey,
  type DemandTrend,
  type Raise,
  type Recorded,
  type TeamShare,
} from './model/demand';

export {
  exchangeLineSchema,
  importResultSchema,
  interestLineSchema,
  statusLineSchema,
  type ExchangeLine,
  type ImportResult,
  type InterestLine,
  type StatusLine,
} from './model/exchange';

export { entityRefSchema } from './model/fields';

export type { InterestState, LogEntry, TargetLog } from './model/log';

export {
  isPilotEntity,
  pilotApiVersion,
  type PilotEntityV1alpha1,
} from './model/pilot';

export {
  defaultDemandPolicy,
  demandPolicySchema,
  policySchema,
  type DemandPolicy,
  type Policy,
} from './model/policy';

export {
  projectionEventSchema,
  projectionPageSchema,
  projectionRowSchema,
  projectionTopic,
  type ProjectionEvent,
  type ProjectionPage,
  type ProjectionRow,
} from './model/projection';

export {
  defaultAllowedKinds,
  demandLevels,
  interestStatuses,
  otherwises,
  phases,
  urgencies,
  type DemandLevel,
  type InterestStatus,
  type Otherwise,
  type Phase,
  type Urgency,
} from './model/vocabulary';

export {
  pilotAdminPermission,
  pilotInterestCreateOnBehalfPermission,
  pilotInterestCreatePermission,
  pilotInterestReadPermission,
  pilotInterestTriagePermission,
  pilotInterestUpdatePermission,
  pilotPermissions,
} from './permissions';
