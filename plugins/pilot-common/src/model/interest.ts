import { z } from 'zod';
import { day, entityRefSchema, freeText, useCaseKey } from './fields';
import { openEnum } from './openEnum';
import {
  anyOf,
  ownerParameter,
  pagingShape,
  personParameter,
  refParameter,
} from './parameters';
import {
  interestStatuses,
  otherwises,
  urgencies,
  type InterestStatus,
} from './vocabulary';

/**
 * What a caller may do, by action: `true`, or the code of the reason why not.
 * @public
 */
export const canSchema = z.record(
  z.string(),
  z.union([z.literal(true), z.string()]),
);
/** What {@link canSchema} describes. @public */
export type Can = z.infer<typeof canSchema>;

/**
 * One person's stated need, on behalf of one team, for one target and one use
 * case, as the API sends it.
 * @public
 */
export const interestSchema = z.object({
  id: z.string(),
  target: z.string(),
  /** As the catalog shows the target. */
  targetTitle: z.string().nullable(),
  /**
   * There is nothing to look at: the catalog does not know the target any more, or
   * its author cannot see it. The interest is kept.
   */
  targetGone: z.boolean(),
  /**
   * A merge moved it to something that its author cannot see; `target` is what it
   * was recorded for.
   */
  movedAway: z.boolean(),
  team: z.string(),
  /** Who recorded it; `null` where `pilot.privacy.showAuthors` is off, unless it is the caller. */
  author: z.string().nullable(),
  onBehalf: z.boolean(),
  useCaseKey: z.string(),
  urgency: openEnum(urgencies),
  useCase: z.string().nullable(),
  alternative: z.string().nullable(),
  neededBy: z.string().nullable(),
  expectedUsage: z.string().nullable(),
  otherwise: openEnum(otherwises).nullable(),
  contribute: z.boolean(),
  /** How much of the ask is described, 0 to 1. */
  specificity: z.number(),
  /** From the target's owner: recorded, but without weight. */
  internal: z.boolean(),
  status: openEnum(interestStatuses),
  statusNote: z.string().nullable(),
  /** When the owner last answered, and who did; `null` where nobody has. */
  statusAt: z.string().nullable(),
  statusBy: z.string().nullable(),
  createdAt: z.string(),
  confirmedAt: z.string(),
  /** The last change of any kind. */
  updatedAt: z.string(),
  /** The author is asked to confirm or withdraw. */
  confirmDue: z.boolean(),
  version: z.number().int(),
  can: canSchema,
});
/** What {@link interestSchema} describes. @public */
export type Interest = z.infer<typeof interestSchema>;

/**
 * The details of an interest as a request may set them: an omitted field
 * stays as it is, `null` clears it.
 */
export const interestDetailsShape = {
  urgency: z.enum(urgencies).optional(),
  useCase: freeText(4000).nullish(),
  alternative: freeText(2000).nullish(),
  neededBy: day.nullish(),
  expectedUsage: freeText(500).nullish(),
  otherwise: z.enum(otherwises).nullish(),
  contribute: z.boolean().optional(),
};

/**
 * The body of `PUT /interests/{kind}/{namespace}/{name}`.
 * @public
 */
export const recordInterestSchema = z.strictObject({
  id: z.string().max(64).optional(),
  /**
   * Names this request, so that it can be sent again however late: the first one
   * counts, and the others answer what stands. Kept for seven days.
   */
  requestId: z
    .string()
    .regex(
      /^[A-Za-z0-9._-]{1,64}$/,
      'must be 1 to 64 letters, digits, dots, underscores or dashes',
    )
    .optional(),
  team: entityRefSchema({ kind: 'group' }),
  useCaseKey: useCaseKey.optional(),
  ...interestDetailsShape,
});
/** What a caller sends to record an interest. @public */
export type RecordInterest = z.input<typeof recordInterestSchema>;
/** The parsed form of {@link RecordInterest}. @public */
export type RecordInterestCommand = z.output<typeof recordInterestSchema>;

/**
 * The answer of `GET /interests`.
 * @public
 */
export const interestPageSchema = z.object({
  items: z.array(interestSchema),
  nextCursor: z.string().optional(),
  /** On request: how many there are on all pages. */
  total: z.number().int().optional(),
});
/** What {@link interestPageSchema} describes. @public */
export type InterestPage = z.infer<typeof interestPageSchema>;

const statusesParameter = anyOf(z.enum(interestStatuses)) as z.ZodType<
  readonly InterestStatus[],
  InterestStatus | readonly InterestStatus[]
>;

/**
 * Which interests to list. All given conditions must hold.
 * @public
 */
export const listInterestsQuerySchema = z.object({
  target: refParameter().optional().meta({
    description: 'Only in this entity',
    example: 'pilot:default/delta-sharing',
  }),
  team: refParameter({ kind: 'group' }).optional().meta({
    description: 'Only of this team',
    example: 'group:default/payments',
  }),
  author: personParameter().optional().meta({
    description: 'Only of this person; or me',
    example: 'user:default/priya',
  }),
  owner: ownerParameter().optional().meta({
    description: 'Only in entities that this Group or User owns',
    example: 'group:default/partner-tech',
  }),
  status: statusesParameter
    .optional()
    .meta({ description: 'Only in these states', example: ['open'] }),
  internal: z.boolean().optional().meta({
    description: 'Only those of the owner itself, or only the others',
    example: true,
  }),
  confirmDue: z.boolean().optional().meta({
    description:
      'Only those whose author is asked to confirm, or only the others',
    example: true,
  }),
  total: z
    .boolean()
    .optional()
    .meta({ description: 'Also how many there are', example: true }),
  ...pagingShape,
});
/** What {@link listInterestsQuerySchema} describes, as it is sent. @public */
export interface ListInterestsQuery
  extends z.input<typeof listInterestsQuerySchema> {}
