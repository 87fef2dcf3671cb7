/**
 * Types, schemas, permissions, the demand engine and the typed client of
 * Pilot to Platform.
 *
 * @packageDocumentation
 */

export type {
  DemandHistoryQuery,
  ListInterestsQuery,
  PilotApi,
  PilotRequestOptions,
} from './client/PilotApi';
export { PilotClient, type PilotClientOptions } from './client/PilotClient';

export {
  adoptersOf,
  assessDemand,
  assessStored,
  dayOf,
  decayFactor,
  demandAt,
  demandDays,
  demandHistory,
  describesUseCase,
  endOfDay,
  isCounted,
  isInternal,
  levelOf,
  policyAt,
  scoreOf,
  specificityGaps,
  specificityOf,
  stateAt,
  storedSumsAt,
  storedSumsOf,
  summaryAt,
  sumsAt,
  teamDemandsOf,
  trendOf,
  urgencyWeights,
  type DatedInterest,
  type DemandAssessment,
  type DemandDay,
  type DemandHistoryInput,
  type DemandInput,
  type DemandPoint,
  type DemandReplay,
  type DemandSums,
  type DemandSummary,
  type InterestDetails,
  type PolicyInForce,
  type ReplayedDemand,
  type ReplayedTarget,
  type ScoredSums,
  type SpecificityDetail,
  type SpecificityGap,
  type StoredDemandInput,
  type StoredSums,
  type TargetInterest,
  type TargetTeams,
  type TeamDemand,
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
  demandByRefsResultSchema,
  demandByRefsSchema,
  demandListItemSchema,
  demandOrders,
  demandPageSchema,
  type DemandByRefs,
  type DemandByRefsResult,
  type DemandListItem,
  type DemandOrder,
  type DemandOrderBy,
  type DemandPage,
  type ListDemandQuery,
} from './model/demandList';

export {
  changesChannel,
  changesSignalSchema,
  interestEventSchema,
  interestTopic,
  type ChangesSignal,
  type InterestEvent,
} from './model/changes';

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

export {
  demandHistorySchema,
  demandMarkerSchema,
  type DemandHistory,
  type DemandMarker,
} from './model/history';

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
  policyPreviewRequestSchema,
  policyPreviewSchema,
  type PolicyPreview,
  type PolicyPreviewRequest,
} from './model/preview';

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
  dismissedSchema,
  dismissSchema,
  fragmentationGroupSchema,
  fragmentationSchema,
  mergeResultSchema,
  mergeSchema,
  orphanPageSchema,
  similarReasonSchema,
  similarSchema,
  type Dismiss,
  type Fragmentation,
  type FragmentationGroup,
  type Merge,
  type MergeResult,
  type OrphanPage,
  type Similar,
  type SimilarQuery,
  type SimilarReason,
} from './model/similar';

export {
  createSimilarIndex,
  findSimilar,
  SimilarIndexBuilder,
  type SimilarCandidate,
  type SimilarIndex,
  type SimilarMatch,
  type SimilarOptions,
  type SimilarPair,
  type SimilarSubject,
} from './similar';

export {
  ownerStatuses,
  setStatusSchema,
  type OwnerStatus,
  type SetStatus,
  type SetStatusCommand,
} from './model/triage';

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
  RESOURCE_TYPE_PILOT_INTEREST,
  pilotAdminPermission,
  pilotInterestCreateOnBehalfPermission,
  pilotInterestCreatePermission,
  pilotInterestReadPermission,
  pilotInterestTriagePermission,
  pilotInterestUpdatePermission,
  pilotPermissions,
} from './permissions';
