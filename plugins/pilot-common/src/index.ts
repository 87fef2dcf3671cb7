/**
 * Types, schemas, permissions, engines and the typed client of Pilot to
 * Platform.
 *
 * @packageDocumentation
 */

export type { PilotApi } from './client/PilotApi';
export type { PilotRequestOptions } from './client/PilotRequestOptions';
export {
  HttpClient,
  type Call,
  type PilotClientOptions,
  type QueryValue,
} from './client/HttpClient';
export {
  ANNOTATION_DECLARED_PHASE,
  phaseDeclaredBy,
} from './kind/phaseDeclaredBy';
export type { PhaseApi } from './client/PhaseApi';
export { PhaseClient } from './client/PhaseClient';
export { PilotClient } from './client/PilotClient';
export type { ReadinessApi } from './client/ReadinessApi';
export { ReadinessClient } from './client/ReadinessClient';

export {
  assessAdoption,
  quarterOf,
  teamsToAsk,
  type AdoptingTeam,
  type AdoptionAssessment,
  type AdoptionInput,
  type TeamRating,
} from './adoption';

export {
  gateNeeds,
  teamsByAuthors,
  type TeamAuthor,
  gateOf,
  isEnded,
  leadsTo,
  nextGate,
  phaseAfter,
  recommend,
  transitionAllowed,
  type GateInput,
  type RecommendInput,
  type TransitionRefusal,
} from './decisions';

export {
  type OwnedSince,
  recentOwners,
  underOwners,
  applicableChecks,
  assessReadiness,
  defaultChecks,
  expiringAnswers,
  holds,
  type AssessedCheck,
  type CheckAnswer,
  type ExpiringAnswer,
  type GivenAnswer,
  type ReadinessAssessment,
  type ReadinessInput,
  type StandingAttestation,
  type StandingWaiver,
} from './readiness';

export {
  adoptionSchema,
  rateSchema,
  type Adoption,
  type Rate,
  type RateCommand,
} from './model/adoption';

export {
  checkIdSchema,
  checkListSchema,
  checkSchema,
  type Check,
  type CheckDefinition,
  type CheckList,
} from './model/check';
export { dayMs } from './model/dayMs';

export {
  decideSchema,
  adoptedPhasesSchema,
  type AdoptedPhases,
  decisionPageSchema,
  decisionSchema,
  decisionSnapshotSchema,
  proposalSchema,
  proposeSchema,
  recommendationSchema,
  type Decide,
  type DecideCommand,
  type Decision,
  type DecisionPage,
  type DecisionSnapshot,
  type Proposal,
  type Propose,
  type ProposeCommand,
  type Recommendation,
} from './model/decision';

export {
  defaultGatePolicy,
  gateLeftSchema,
  gateNeedsSchema,
  gatePolicySchema,
  gateSchema,
  type Gate,
  type GateLeft,
  type GateNeeds,
  type GatePolicy,
} from './model/gate';

export {
  pilotListItemSchema,
  pilotPageSchema,
  pilotSchema,
  listPilotsQuerySchema,
  type ListPilotsQuery,
  type Pilot,
  type PilotListItem,
  type PilotOrder,
  type PilotOrderBy,
  type PilotPage,
} from './model/pilotView';

export {
  ANNOTATION_IMPLEMENTS,
  implementedByKinds,
  mirroredFacts,
  namedPilots,
  pilotFieldNames,
  PilotValidator,
} from './kind';

export {
  attestSchema,
  checkResultSchema,
  dimensionScoreSchema,
  readinessByRefsResultSchema,
  readinessByRefsSchema,
  readinessLogEntrySchema,
  readinessLogQuerySchema,
  readinessLogSchema,
  type ReadinessLogQuery,
  readinessSchema,
  readinessSummarySchema,
  reportedSchema,
  reportSchema,
  waiveSchema,
  type Attest,
  type AttestCommand,
  type CheckResult,
  type DimensionScore,
  type Readiness,
  type ReadinessByRefs,
  type ReadinessByRefsResult,
  type ReadinessLog,
  type ReadinessLogEntry,
  type ReadinessSummary,
  type Report,
  type ReportCommand,
  type Reported,
  type Waive,
  type WaiveCommand,
} from './model/readiness';

export {
  adoptersOf,
  allAtOnce,
  assessDemand,
  assessStored,
  dayOf,
  decayFactor,
  demandAt,
  demandDays,
  demandDaysSteps,
  demandHistory,
  demandSteps,
  describesUseCase,
  endOfDay,
  hasConsent,
  isCounted,
  isInternal,
  isRemovedText,
  levelOf,
  policyAt,
  removedText,
  removedUseCase,
  scoreOf,
  specificityGaps,
  specificityOf,
  compareTimes,
  saidAgain,
  underNewName,
  stateAt,
  storedSumsAt,
  storedSumsOf,
  storedSumsSteps,
  summaryAt,
  sumsAt,
  teamDemandsOf,
  trendOf,
  urgencyWeights,
  withoutText,
  type DatedInterest,
  type DemandAssessment,
  type DemandDay,
  type DemandDaysInput,
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
  type Steps,
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
  interestDetailsShape,
  interestPageSchema,
  listInterestsQuerySchema,
  type ListInterestsQuery,
  interestSchema,
  noDetails,
  recordInterestSchema,
  statedDetails,
  statedTexts,
  type Can,
  type Interest,
  type InterestPage,
  type RecordInterest,
  type RecordInterestCommand,
  type StatedDetail,
  type StatedDetails,
  type StatedText,
} from './model/interest';
export { valueOf, type FieldValue } from './model/valueOf';

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

export { pageQuerySchema, type PageQuery } from './model/parameters';
export {
  demandByRefsResultSchema,
  demandByRefsSchema,
  demandHistoryQuerySchema,
  demandListItemSchema,
  demandOrders,
  demandPageSchema,
  demandQuerySchema,
  listDemandQuerySchema,
  type DemandByRefs,
  type DemandByRefsResult,
  type DemandHistoryQuery,
  type DemandListItem,
  type DemandOrder,
  type DemandOrderBy,
  type DemandPage,
  type ListDemandQuery,
} from './model/demandList';

export {
  changesChannel,
  changesSignalSchema,
  decisionEventSchema,
  decisionTopic,
  interestEventSchema,
  interestTopic,
  readinessEventSchema,
  readinessTopic,
  satisfactionEventSchema,
  satisfactionTopic,
  type ChangesSignal,
  type DecisionEvent,
  type InterestEvent,
  type ReadinessEvent,
  type SatisfactionEvent,
} from './model/changes';
export type { OpenEnum } from './model/openEnum';

export {
  maintenancePageSchema,
  rebuiltSchema,
  storedCheckSchema,
  storedDifferences,
  type MaintenancePage,
  type Rebuilt,
  type StoredCheck,
  type StoredDifference,
} from './model/maintenance';

export {
  everythingImportedSchema,
  exchangeLineSchema,
  importResultSchema,
  interestLineSchema,
  statusLineSchema,
  countLineSchema,
  type CountLine,
  type EverythingImported,
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
export { mixedUnits } from './model/mixedUnits';

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
  erasedPersonSchema,
  erasePersonSchema,
  withdrawnPersonSchema,
  withdrawPersonSchema,
  type ErasedPerson,
  type ErasePerson,
  type WithdrawnInterest,
  type WithdrawnPerson,
  type WithdrawPerson,
} from './model/persons';

export {
  redatedSchema,
  redateSchema,
  type Redate,
  type Redated,
} from './model/redate';

export {
  catalogChangeSchema,
  catalogChangesSchema,
  catalogChangesTakenSchema,
  mostCatalogChanges,
  type CatalogChange,
  type CatalogChanges,
  type CatalogChangesTaken,
} from './model/catalogChange';

export {
  dismissedSchema,
  dismissSchema,
  fragmentationGroupSchema,
  fragmentationSchema,
  mergeResultSchema,
  mergeSchema,
  movePersonSchema,
  moveTeamSchema,
  orphanedPersonPageSchema,
  orphanedTeamPageSchema,
  orphanPageSchema,
  similarReasonSchema,
  similarSchema,
  type Dismiss,
  type Fragmentation,
  type FragmentationGroup,
  type Merge,
  type MergeResult,
  type MovePerson,
  type MoveTeam,
  type OrphanedPersonPage,
  type OrphanedTeamPage,
  type OrphanPage,
  type Similar,
  fragmentationQuerySchema,
  similarQuerySchema,
  type FragmentationQuery,
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
  dimensions,
  interestStatuses,
  otherwises,
  phases,
  phaseTransitions,
  recommendations,
  urgencies,
  verdicts,
  type DemandLevel,
  type Dimension,
  type InterestStatus,
  type Otherwise,
  type Phase,
  type PhaseTransition,
  type RecommendationCode,
  type Urgency,
  type Verdict,
} from './model/vocabulary';

export { catalogCase, isAmong } from './model/catalogCase';
export { isBlank, turnedText, visibleLength } from './model/visibleText';
export {
  RESOURCE_TYPE_PILOT_INTEREST,
  pilotAdminPermission,
  pilotDecisionDecidePermission,
  pilotDecisionProposePermission,
  pilotInterestCreateOnBehalfPermission,
  pilotInterestCreatePermission,
  pilotInterestReadPermission,
  pilotInterestTriagePermission,
  pilotInterestUpdatePermission,
  pilotPermissions,
  pilotReadinessAttestPermission,
  pilotReadinessReadPermission,
  pilotReadinessReportPermission,
  pilotReadinessWaivePermission,
} from './permissions';
