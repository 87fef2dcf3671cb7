import {
  demandSchema,
  exchangeLineSchema,
  importResultSchema,
  interestPageSchema,
  interestSchema,
  policySchema,
  recordedSchema,
  recordInterestSchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { z } from 'zod';

const errorSchema = z.object({
  error: z.object({
    name: z.string(),
    /** Names the field and what it must be. */
    message: z.string(),
  }),
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
      return [id, rest];
    }),
  );
}

/** The named schemas of the document: requests as sent, answers as received. */
export const componentSchemas = {
  ...schemasOf('input', {
    RecordInterest: recordInterestSchema,
    ExchangeLine: exchangeLineSchema,
  }),
  ...schemasOf('output', {
    Demand: demandSchema,
    Error: errorSchema,
    ImportResult: importResultSchema,
    Interest: interestSchema,
    InterestPage: interestPageSchema,
    Policy: policySchema,
    Recorded: recordedSchema,
  }),
};
