import { z } from 'zod';
import { pagingShape, wordParameter } from './parameters';
import { openEnum } from './openEnum';

/**
 * One line of what was ever said about the checks of an entity.
 * @public
 */
export const readinessLogEntrySchema = z.object({
  type: openEnum([
    'attested',
    'attestationRevoked',
    'waived',
    'waiverRevoked',
    'result',
  ]).meta({ description: 'Type of the line' }),
  check: z.string().meta({ description: 'Id of the check' }),
  at: z
    .string()
    .meta({ description: 'Time from which it is true; ISO 8601 in UTC' }),
  /** User ref, or the service or source that answered. */
  by: z
    .string()
    .meta({ description: 'User ref, or the service or source that answered' }),
  verdict: openEnum(['pass', 'fail', 'notApplicable']).nullable().meta({
    description: 'The answer; null where it was revoked or waived',
  }),
  source: z.string().nullable().meta({
    description: 'The automatic source that answers it; null without one',
  }),
  evidence: z
    .string()
    .nullable()
    .meta({ description: 'A URL; null without one' }),
  note: z.string().nullable().meta({
    description: 'Note of the person, service or source that answered',
  }),
  expiresAt: z
    .string()
    .nullable()
    .meta({ description: 'When the answer lapses; ISO 8601 in UTC' }),
});

/** Line of a readiness log; see {@link readinessLogEntrySchema}. @public */
export type ReadinessLogEntry = z.infer<typeof readinessLogEntrySchema>;

/**
 * Conditions on the lines of an entity's log to list.
 * @public
 */
export const readinessLogQuerySchema = z.object({
  check: wordParameter(100).optional().meta({
    description: 'Only about this check',
    example: 'headcount.two-operators',
  }),
  ...pagingShape,
});

/**
 * Conditions as a client sends them; see {@link readinessLogQuerySchema}.
 * @public
 */
export interface ReadinessLogQuery
  extends z.input<typeof readinessLogQuerySchema> {}

/**
 * The answer of `GET /readiness/…/log`, newest first.
 * @public
 */
export const readinessLogSchema = z.object({
  items: z.array(readinessLogEntrySchema).meta({ description: 'Newest first' }),
  nextCursor: z
    .string()
    .optional()
    .meta({ description: 'For the next page; only its absence ends the list' }),
});

/** Readiness log of an entity; see {@link readinessLogSchema}. @public */
export type ReadinessLog = z.infer<typeof readinessLogSchema>;
