// Files that also hold pieces for their neighbours say what of them is public.
export * from './adoption';
export * from './catalogCase';
export * from './catalogChange';
export * from './changes';
export * from './check';
export * from './checkResult';
export * from './dayMs';
export * from './decision';
export * from './demand';
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
} from './demandList';
export * from './exchange';
export { entityRefSchema } from './fields';
export * from './fragmentation';
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
} from './gate';
export * from './history';
export {
  canSchema,
  interestDetailsShape,
  interestPageSchema,
  interestSchema,
  listInterestsQuerySchema,
  noDetails,
  recordInterestSchema,
  statedDetails,
  statedTexts,
  type Can,
  type Interest,
  type InterestPage,
  type ListInterestsQuery,
  type RecordInterest,
  type RecordInterestCommand,
  type StatedDetail,
  type StatedDetails,
  type StatedText,
} from './interest';
export * from './log';
export * from './maintenance';
export * from './merge';
export * from './mixedUnits';
export * from './moves';
export type { OpenEnum } from './openEnum';
export * from './orphans';
export { pageQuerySchema, type PageQuery } from './parameters';
export * from './persons';
export * from './pilot';
export * from './pilotView';
export * from './policy';
export * from './preview';
export * from './projection';
export * from './proposal';
export * from './readiness';
export * from './readinessAnswers';
export * from './readinessLog';
export * from './recommendation';
export * from './redate';
export {
  similarQuerySchema,
  similarReasonSchema,
  similarSchema,
  type Similar,
  type SimilarQuery,
  type SimilarReason,
} from './similar';
export * from './triage';
export { valueOf, type FieldValue } from './valueOf';
export * from './visibleText';
export * from './vocabulary';
