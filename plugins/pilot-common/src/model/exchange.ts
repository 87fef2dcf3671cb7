import { z } from 'zod';
import {
  entityRefSchema,
  freeText,
  instant,
  requiredText,
  useCaseKey,
} from './fields';
import { interestDetailsShape } from './interest';
import { interestStatuses, urgencies } from './vocabulary';

/** Where the catalog knows the author's only team, it may be left out. */
const team = entityRefSchema({ kind: 'group' }).optional();

/**
 * An interest in an import. A detail that is left out says nothing, so what stands
 * stays; `null` clears.
 * @public
 */
export const interestLineSchema = z.strictObject({
  type: z.literal('interest'),
  /**
   * As an export writes it. Where nobody has that id, the interest gets it; where it stands just so already, nothing
   * changes.
   */
  id: z.uuid().optional(),
  target: entityRefSchema(),
  team,
  author: entityRefSchema({ kind: 'user' }),
  useCaseKey: useCaseKey.default('default'),
  onBehalf: z.boolean().optional(),
  ...interestDetailsShape,
  urgency: z
    .enum(urgencies)
    .nullable()
    .transform(value => value ?? 'important')
    .optional(),
  contribute: z
    .boolean()
    .nullable()
    .transform(value => value ?? false)
    .optional(),
  createdAt: instant,
  /** Defaults to `createdAt`. */
  confirmedAt: instant.optional(),
});
/** What {@link interestLineSchema} describes. @public */
export type InterestLine = z.output<typeof interestLineSchema>;

/** A change of status in an import. @public */
export const statusLineSchema = z.strictObject({
  type: z.literal('status'),
  target: entityRefSchema(),
  author: entityRefSchema({ kind: 'user' }),
  team,
  useCaseKey: useCaseKey.default('default'),
  status: z.enum(interestStatuses),
  note: freeText(2000).nullable().default(null),
  by: entityRefSchema({ kind: 'user' }),
  at: instant,
});
/** What {@link statusLineSchema} describes. @public */
export type StatusLine = z.output<typeof statusLineSchema>;

/**
 * How many asked elsewhere, where nobody knows who: votes in a forum, rows of a
 * spreadsheet. It is shown and never scored; a later count of the same source
 * takes its place.
 * @public
 */
export const countLineSchema = z.strictObject({
  type: z.literal('count'),
  target: entityRefSchema(),
  team,
  /** Where they were counted, as it is shown. */
  source: requiredText(200, 'says where they were counted, such as "Forum"'),
  count: z.int().min(0).max(1_000_000_000),
  at: instant,
});
/** What {@link countLineSchema} describes. @public */
export type CountLine = z.output<typeof countLineSchema>;

/** One line of `GET /export` and `POST /import`. @public */
export const exchangeLineSchema = z.discriminatedUnion('type', [
  interestLineSchema,
  statusLineSchema,
  countLineSchema,
]);
/** What {@link exchangeLineSchema} describes. @public */
export type ExchangeLine = z.output<typeof exchangeLineSchema>;

/** The answer of `POST /import`. @public */
export const importResultSchema = z.object({
  /** Lines that brought something new, those that wait included. */
  imported: z.number().int(),
  unchanged: z.number().int(),
  /** Lines after which an interest that stood says something else. */
  changed: z.number().int(),
  /** Lines that are kept and do not count yet: see `orphaned`, or their interest is missing. */
  waiting: z.number().int(),
  /**
   * Targets, teams and authors that the catalog does not know. What names them is
   * kept, and counts as soon as the catalog knows them.
   */
  orphaned: z.array(z.string()),
  failed: z.array(z.object({ line: z.number().int(), message: z.string() })),
});
/** What {@link importResultSchema} describes. @public */
export type ImportResult = z.infer<typeof importResultSchema>;

/** The answer of `POST /import/everything`. @public */
export const everythingImportedSchema = z.object({
  /** Rows that the file holds. */
  rows: z.number().int(),
  /** Whether the file was imported before, so that nothing was done. */
  unchanged: z.boolean(),
});
/** What {@link everythingImportedSchema} describes. @public */
export type EverythingImported = z.infer<typeof everythingImportedSchema>;
