import {
  demandByRefsResultSchema,
  demandByRefsSchema,
  demandHistorySchema,
  demandListItemSchema,
  demandPageSchema,
  demandSchema,
  dismissedSchema,
  dismissSchema,
  exchangeLineSchema,
  fragmentationSchema,
  importResultSchema,
  interestPageSchema,
  interestSchema,
  mergeResultSchema,
  mergeSchema,
  orphanPageSchema,
  policyPreviewRequestSchema,
  policyPreviewSchema,
  policySchema,
  recordedSchema,
  recordInterestSchema,
  setStatusSchema,
  similarSchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { z } from 'zod';
import { describeFields } from './describeFields';

const errorSchema = z.object({
  error: z.object({ name: z.string(), message: z.string() }),
  request: z.object({ method: z.string(), url: z.string() }).optional(),
  response: z.object({ statusCode: z.number().int() }),
});

const conflictSchema = errorSchema.extend({
  current: interestSchema.optional(),
});

function schemasOf(io: 'input' | 'output', named: Record<string, z.ZodType>) {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) {
    registry.add(schema, { id });
  }
  const { schemas } = z.toJSONSchema(registry, {
    io,
    uri: id => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => {
      // Answers may gain fields, and clients have to bear it.
      if (io === 'output' && jsonSchema.additionalProperties === false) {
        delete jsonSchema.additionalProperties;
      }
    },
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => {
      const { $schema, $id, ...rest } = schema as Record<string, unknown>;
      return [id, describeFields(id, rest)];
    }),
  );
}

/** The named schemas of the document: requests as sent, answers as received. */
export const componentSchemas = {
  ...schemasOf('input', {
    DemandByRefs: demandByRefsSchema,
    Dismiss: dismissSchema,
    ExchangeLine: exchangeLineSchema,
    Merge: mergeSchema,
    PolicyPreviewRequest: policyPreviewRequestSchema,
    RecordInterest: recordInterestSchema,
    SetStatus: setStatusSchema,
  }),
  ...schemasOf('output', {
    Conflict: conflictSchema,
    Demand: demandSchema,
    DemandByRefsResult: demandByRefsResultSchema,
    DemandHistory: demandHistorySchema,
    DemandListItem: demandListItemSchema,
    DemandPage: demandPageSchema,
    Dismissed: dismissedSchema,
    Error: errorSchema,
    Fragmentation: fragmentationSchema,
    ImportResult: importResultSchema,
    Interest: interestSchema,
    InterestPage: interestPageSchema,
    MergeResult: mergeResultSchema,
    OrphanPage: orphanPageSchema,
    Policy: policySchema,
    PolicyPreview: policyPreviewSchema,
    Recorded: recordedSchema,
    Similar: similarSchema,
  }),
};
