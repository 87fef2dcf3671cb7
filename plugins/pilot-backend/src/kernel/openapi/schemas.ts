import {
  adoptedPhasesSchema,
  adoptionSchema,
  attestSchema,
  checkListSchema,
  decideSchema,
  decisionPageSchema,
  decisionSchema,
  decisionSnapshotSchema,
  demandByRefsResultSchema,
  demandByRefsSchema,
  demandHistorySchema,
  demandListItemSchema,
  demandPageSchema,
  demandSchema,
  dismissedSchema,
  dismissSchema,
  erasedPersonSchema,
  erasePersonSchema,
  everythingImportedSchema,
  exchangeLineSchema,
  fragmentationSchema,
  gateSchema,
  importResultSchema,
  interestPageSchema,
  interestSchema,
  maintenancePageSchema,
  mergeResultSchema,
  mergeSchema,
  movePersonSchema,
  moveTeamSchema,
  orphanedPersonPageSchema,
  orphanedTeamPageSchema,
  orphanPageSchema,
  pilotListItemSchema,
  pilotPageSchema,
  pilotSchema,
  policyPreviewRequestSchema,
  policyPreviewSchema,
  policySchema,
  proposalSchema,
  proposeSchema,
  rateSchema,
  readinessByRefsResultSchema,
  readinessByRefsSchema,
  readinessLogSchema,
  readinessSchema,
  readinessSummarySchema,
  rebuiltSchema,
  recommendationSchema,
  recordedSchema,
  recordInterestSchema,
  redatedSchema,
  redateSchema,
  reportedSchema,
  reportSchema,
  setStatusSchema,
  similarSchema,
  storedCheckSchema,
  waiveSchema,
  withdrawnPersonSchema,
  withdrawPersonSchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { z } from 'zod';
import { describedFields } from './describedFields';

// Named, as generators otherwise name them after what they are in, such as
// ConflictResponse, which is taken.
const errorMessageSchema = z.object({
  name: z
    .string()
    .meta({ description: 'Name of the error, such as NotFoundError' }),
  message: z
    .string()
    .meta({ description: 'For people: names the field and the fix' }),
});
const failedRequestSchema = z.object({
  method: z.string().meta({ description: 'Of the request' }),
  url: z.string().meta({
    description: 'Path of the request, below that of the plugin',
  }),
});
const failedStatusSchema = z.object({
  statusCode: z.number().int().meta({ description: 'The HTTP status' }),
});

const errorSchema = z.object({
  error: errorMessageSchema,
  request: failedRequestSchema.optional(),
  response: failedStatusSchema,
});

const interestConflictSchema = errorSchema.extend({
  current: interestSchema.optional(),
});

const pilotConflictSchema = errorSchema.extend({
  current: pilotSchema.optional(),
});

function schemasOf(
  io: 'input' | 'output',
  named: Readonly<Record<string, z.ZodType>>,
) {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) {
    registry.add(schema, { id });
  }
  const { schemas } = z.toJSONSchema(registry, {
    io,
    uri: id => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => {
      if (io === 'output') {
        asAnswered(jsonSchema);
      }
    },
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => {
      const { $schema, $id, ...rest } = schema as Record<string, unknown>;
      return [id, describedFields(id, rest)];
    }),
  );
}

/**
 * Adapts a schema for answers: they may gain fields, and clients have to bear
 * it. What a client reads in place of an unknown value is left out.
 */
function asAnswered(schema: z.core.JSONSchema.BaseSchema): void {
  if (schema.additionalProperties === false) {
    delete schema.additionalProperties;
  }
  delete schema.default;
  if (schema.open) {
    const [known] = schema.anyOf as object[];
    delete schema.open;
    delete schema.anyOf;
    Object.assign(schema, known);
  }
}

/** Schemas of requests, by name in the document: the routes parse by them. */
export const requestSchemas: Readonly<Record<string, z.ZodType>> = {
  Attest: attestSchema,
  Decide: decideSchema,
  DemandByRefs: demandByRefsSchema,
  Dismiss: dismissSchema,
  ExchangeLine: exchangeLineSchema,
  ErasePerson: erasePersonSchema,
  WithdrawPerson: withdrawPersonSchema,
  MaintenancePage: maintenancePageSchema,
  Merge: mergeSchema,
  MovePerson: movePersonSchema,
  MoveTeam: moveTeamSchema,
  PolicyPreviewRequest: policyPreviewRequestSchema,
  Propose: proposeSchema,
  Rate: rateSchema,
  ReadinessByRefs: readinessByRefsSchema,
  RecordInterest: recordInterestSchema,
  Report: reportSchema,
  SetStatus: setStatusSchema,
  Waive: waiveSchema,
  Redate: redateSchema,
};

/** The named schemas of the document: requests as sent, answers as received. */
export const componentSchemas = {
  ...schemasOf('input', requestSchemas),
  ...schemasOf('output', {
    Adoption: adoptionSchema,
    CheckList: checkListSchema,
    Decision: decisionSchema,
    AdoptedPhases: adoptedPhasesSchema,
    DecisionPage: decisionPageSchema,
    DecisionSnapshot: decisionSnapshotSchema,
    Demand: demandSchema,
    DemandByRefsResult: demandByRefsResultSchema,
    DemandHistory: demandHistorySchema,
    DemandListItem: demandListItemSchema,
    DemandPage: demandPageSchema,
    Dismissed: dismissedSchema,
    ErasedPerson: erasedPersonSchema,
    WithdrawnPerson: withdrawnPersonSchema,
    Error: errorSchema,
    Fragmentation: fragmentationSchema,
    Gate: gateSchema,
    ErrorMessage: errorMessageSchema,
    FailedRequest: failedRequestSchema,
    FailedStatus: failedStatusSchema,
    ImportResult: importResultSchema,
    EverythingImported: everythingImportedSchema,
    StoredCheck: storedCheckSchema,
    Rebuilt: rebuiltSchema,
    Interest: interestSchema,
    InterestConflict: interestConflictSchema,
    InterestPage: interestPageSchema,
    MergeResult: mergeResultSchema,
    Redated: redatedSchema,
    OrphanedPersonPage: orphanedPersonPageSchema,
    OrphanedTeamPage: orphanedTeamPageSchema,
    OrphanPage: orphanPageSchema,
    Pilot: pilotSchema,
    PilotConflict: pilotConflictSchema,
    PilotListItem: pilotListItemSchema,
    PilotPage: pilotPageSchema,
    Policy: policySchema,
    PolicyPreview: policyPreviewSchema,
    Proposal: proposalSchema,
    Readiness: readinessSchema,
    ReadinessByRefsResult: readinessByRefsResultSchema,
    ReadinessLog: readinessLogSchema,
    ReadinessSummary: readinessSummarySchema,
    Recommendation: recommendationSchema,
    Recorded: recordedSchema,
    Reported: reportedSchema,
    Similar: similarSchema,
  }),
};
