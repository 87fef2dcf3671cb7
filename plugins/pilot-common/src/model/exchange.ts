import { z } from 'zod';
import {
  entityRefSchema,
  freeText,
  instant,
  requiredText,
  useCaseKey,
} from './fields';
import { interestDetailsShape, noDetails } from './interest';
import { interestStatuses, urgencies } from './vocabulary';

/** Ref of the team; optional where the catalog knows the author's only team. */
const team = entityRefSchema({ kind: 'group' }).optional();

/**
 * An interest in an import. A detail that is left out says nothing, so what stands
 * stays; `null` clears.
 * @public
 */
export const interestLineSchema = z.strictObject({
  type: z.literal('interest').meta({ description: 'Type of the line' }),
  /**
   * As an export writes it. Where nobody has that id, the interest gets it; where it stands just so already, nothing
   * changes.
   */
  id: z.uuid().optional().meta({ description: 'Id of the interest' }),
  target: entityRefSchema().meta({
    description: 'Entity ref, full and lower-case',
  }),
  team: team.meta({ description: 'Ref of a Group' }),
  author: entityRefSchema({ kind: 'user' }).meta({
    description:
      'User ref; null where authors are not shown, unless it is the caller',
  }),
  useCaseKey: useCaseKey.default('default').meta({
    description: 'Tells apart several use cases of one person and team',
  }),
  onBehalf: z.boolean().optional().meta({
    description: 'Recorded for a team that the author does not belong to',
  }),
  ...interestDetailsShape,
  urgency: z
    .enum(urgencies)
    .nullable()
    .transform(value => value ?? noDetails.urgency)
    .optional()
    .meta({ description: interestDetailsShape.urgency.description }),
  contribute: z
    .boolean()
    .nullable()
    .transform(value => value ?? noDetails.contribute)
    .optional()
    .meta({ description: interestDetailsShape.contribute.description }),
  createdAt: instant.meta({
    description: 'When it was recorded; ISO 8601 in UTC',
  }),
  /** Defaults to `createdAt`. */
  confirmedAt: instant.optional().meta({
    description:
      'When it was last confirmed; its age runs from here; ISO 8601 in UTC',
  }),
});
/** Interest in an import; see {@link interestLineSchema}. @public */
export type InterestLine = z.output<typeof interestLineSchema>;

/** A change of status in an import. @public */
export const statusLineSchema = z.strictObject({
  type: z.literal('status').meta({ description: 'Type of the line' }),
  target: entityRefSchema().meta({
    description: 'Entity ref, full and lower-case',
  }),
  author: entityRefSchema({ kind: 'user' }).meta({
    description:
      'User ref; null where authors are not shown, unless it is the caller',
  }),
  team: team.meta({ description: 'Ref of a Group' }),
  useCaseKey: useCaseKey.default('default').meta({
    description: 'Tells apart several use cases of one person and team',
  }),
  status: z
    .enum(interestStatuses)
    .meta({ description: 'Status of the interest' }),
  note: freeText(2000)
    .nullable()
    .default(null)
    .meta({ description: 'Note to the author; required to decline' }),
  by: entityRefSchema({ kind: 'user' }).meta({
    description: 'User ref of the person who set it',
  }),
  at: instant.meta({ description: 'When; ISO 8601 in UTC' }),
});
/** Change of status in an import; see {@link statusLineSchema}. @public */
export type StatusLine = z.output<typeof statusLineSchema>;

/**
 * Number of people who asked elsewhere, where nobody knows who: votes in a
 * forum, rows of a spreadsheet. It is shown and never scored; a later count of
 * the same source takes its place.
 * @public
 */
export const countLineSchema = z.strictObject({
  type: z.literal('count').meta({ description: 'Type of the line' }),
  target: entityRefSchema().meta({
    description: 'Entity ref, full and lower-case',
  }),
  team: team.meta({ description: 'Ref of a Group' }),
  /** Place where they were counted, as it is shown. */
  source: requiredText(
    200,
    'says where they were counted, such as "Forum"',
  ).meta({ description: 'Source of the count, such as a forum' }),
  count: z
    .int()
    .min(0)
    .max(1_000_000_000)
    .meta({ description: 'Number counted' }),
  at: instant.meta({ description: 'When; ISO 8601 in UTC' }),
});
/** Count in an import; see {@link countLineSchema}. @public */
export type CountLine = z.output<typeof countLineSchema>;

/** One line of `GET /export` and `POST /import`. @public */
export const exchangeLineSchema = z.discriminatedUnion('type', [
  interestLineSchema,
  statusLineSchema,
  countLineSchema,
]);
/** Line of an import or export; see {@link exchangeLineSchema}. @public */
export type ExchangeLine = z.output<typeof exchangeLineSchema>;

/** The answer of `POST /import`. @public */
export const importResultSchema = z.object({
  /** Lines that brought something new, those that wait included. */
  imported: z.number().int().meta({
    description: 'Lines that brought something new, those that wait included',
    minimum: 0,
  }),
  unchanged: z
    .number()
    .int()
    .meta({ description: 'Lines that stood already', minimum: 0 }),
  /** Lines after which an interest that stood says something else. */
  changed: z.number().int().meta({
    description: 'Lines after which an interest that stood says something else',
    minimum: 0,
  }),
  /** Lines that are kept and do not count yet: see `orphaned`, or their interest is missing. */
  waiting: z.number().int().meta({
    description: 'Lines that are stored and do not count yet',
    minimum: 0,
  }),
  /**
   * Targets, teams and authors that the catalog does not know. What names them is
   * kept, and counts as soon as the catalog knows them.
   */
  orphaned: z.array(z.string()).meta({
    description:
      'Targets, teams and authors that the catalog does not know; what names them is kept and counts once it does',
  }),
  failed: z
    .array(
      z.object({
        line: z
          .number()
          .int()
          .meta({ description: 'Number of the line, from 1', minimum: 1 }),
        message: z
          .string()
          .meta({ description: 'For people: names the field and the fix' }),
      }),
    )
    .meta({ description: 'Lines that could not be taken over' }),
});
/** Result of an import; see {@link importResultSchema}. @public */
export type ImportResult = z.infer<typeof importResultSchema>;

/** The answer of `POST /import/everything`. @public */
export const everythingImportedSchema = z.object({
  /** Rows that the file holds. */
  rows: z
    .number()
    .int()
    .meta({ description: 'Rows that the file holds', minimum: 0 }),
  /** True where the file was imported before, so that nothing was done. */
  unchanged: z.boolean().meta({
    description: 'True where the file was imported before',
  }),
});
/**
 * Result of importing everything; see {@link everythingImportedSchema}.
 * @public
 */
export type EverythingImported = z.infer<typeof everythingImportedSchema>;
