import { z } from 'zod';
import { day, entityRefSchema, freeText, instant, useCaseKey } from './fields';
import { interestStatuses, otherwises, urgencies } from './vocabulary';

/** An interest in an export or import. @public */
export const interestLineSchema = z.strictObject({
  type: z.literal('interest'),
  target: entityRefSchema(),
  team: entityRefSchema({ kind: 'group' }),
  author: entityRefSchema({ kind: 'user' }),
  useCaseKey: useCaseKey.default('default'),
  onBehalf: z.boolean().default(false),
  urgency: z.enum(urgencies).default('important'),
  useCase: freeText(4000).nullable().default(null),
  alternative: freeText(2000).nullable().default(null),
  neededBy: day.nullable().default(null),
  expectedUsage: freeText(500).nullable().default(null),
  otherwise: z.enum(otherwises).nullable().default(null),
  contribute: z.boolean().default(false),
  createdAt: instant,
  /** Defaults to `createdAt`. */
  confirmedAt: instant.optional(),
});
/** What {@link interestLineSchema} describes. @public */
export type InterestLine = z.output<typeof interestLineSchema>;

/** A change of status in an export or import. @public */
export const statusLineSchema = z.strictObject({
  type: z.literal('status'),
  target: entityRefSchema(),
  author: entityRefSchema({ kind: 'user' }),
  team: entityRefSchema({ kind: 'group' }),
  useCaseKey: useCaseKey.default('default'),
  status: z.enum(interestStatuses),
  note: freeText(2000).nullable().default(null),
  by: entityRefSchema({ kind: 'user' }),
  at: instant,
});
/** What {@link statusLineSchema} describes. @public */
export type StatusLine = z.output<typeof statusLineSchema>;

/** One line of `GET /export` and `POST /import`. @public */
export const exchangeLineSchema = z.discriminatedUnion('type', [
  interestLineSchema,
  statusLineSchema,
]);
/** What {@link exchangeLineSchema} describes. @public */
export type ExchangeLine = z.output<typeof exchangeLineSchema>;

/** The answer of `POST /import`. @public */
export const importResultSchema = z.object({
  imported: z.number().int(),
  unchanged: z.number().int(),
  /** Refs that the catalog does not know; their interest is kept as orphaned. */
  orphaned: z.array(z.string()),
  failed: z.array(z.object({ line: z.number().int(), message: z.string() })),
});
/** What {@link importResultSchema} describes. @public */
export type ImportResult = z.infer<typeof importResultSchema>;
