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
 * Rights of a caller, by action: `true`, or the code of the reason why not.
 * @public
 */
export const canSchema = z.record(
  z.string(),
  z.union([z.literal(true), z.string()]),
);
/** Rights of a caller, by action; see {@link canSchema}. @public */
export type Can = z.infer<typeof canSchema>;

/**
 * One person's stated need, on behalf of one team, for one target and one use
 * case, as the API sends it.
 * @public
 */
export const interestSchema = z.object({
  id: z.string().meta({ description: 'Id of the interest' }),
  target: z.string().meta({ description: 'Entity ref, full and lower-case' }),
  /** As the catalog shows the target. */
  targetTitle: z.string().nullable().meta({
    description: 'The title that the catalog shows; null where it has none',
  }),
  /**
   * There is nothing to look at: the catalog does not know the target any more, or
   * its author cannot see it. The interest is kept.
   */
  targetGone: z.boolean().meta({
    description:
      'True where the catalog no longer has the target, or its author cannot see it',
  }),
  /**
   * A merge moved it to something that its author cannot see; `target` is what it
   * was recorded for.
   */
  movedAway: z.boolean().meta({
    description:
      'True where a merge moved it to a target that its author cannot see; target is the one that it was recorded for',
  }),
  team: z.string().meta({ description: 'Ref of a Group' }),
  /**
   * User who recorded it; `null` where `pilot.privacy.showAuthors` is off,
   * unless it is the caller.
   */
  author: z.string().nullable().meta({
    description:
      'User ref; null where authors are not shown, unless it is the caller',
  }),
  onBehalf: z.boolean().meta({
    description: 'Recorded for a team that the author does not belong to',
  }),
  useCaseKey: z.string().meta({
    description: 'Tells apart several use cases of one person and team',
  }),
  urgency: openEnum(urgencies).meta({
    description: 'Weighs 1/3, 2/3 or 1; important if absent',
  }),
  useCase: z.string().nullable().meta({ description: 'The use case' }),
  alternative: z
    .string()
    .nullable()
    .meta({ description: 'Present alternative of the team' }),
  neededBy: z
    .string()
    .nullable()
    .meta({ description: 'A day; today or later when newly set' }),
  expectedUsage: z.string().nullable().meta({ description: 'Expected usage' }),
  otherwise: openEnum(otherwises)
    .nullable()
    .meta({ description: 'Plan of the team if the target does not come' }),
  contribute: z
    .boolean()
    .meta({ description: 'The team would help to build it' }),
  /** Share of the ask that is described, 0 to 1. */
  specificity: z.number().meta({
    description: 'Share of the interest that is described',
    minimum: 0,
    maximum: 1,
  }),
  /** From the target's owner: recorded, but without weight. */
  internal: z.boolean().meta({
    description: 'From the owner of the target: recorded, without weight',
  }),
  status: openEnum(interestStatuses).meta({
    description: 'Status of the interest',
  }),
  statusNote: z
    .string()
    .nullable()
    .meta({ description: 'Note of the owner to the author' }),
  /**
   * Time and author of the owner's last answer; `null` where nobody has
   * answered.
   */
  statusAt: z
    .string()
    .nullable()
    .meta({ description: 'When the owner last answered; ISO 8601 in UTC' }),
  statusBy: z.string().nullable().meta({
    description:
      'User ref of who last answered; null where authors are not shown',
  }),
  createdAt: z
    .string()
    .meta({ description: 'When it was recorded; ISO 8601 in UTC' }),
  confirmedAt: z.string().meta({
    description:
      'When it was last confirmed; its age runs from here; ISO 8601 in UTC',
  }),
  /** The last change of any kind. */
  updatedAt: z
    .string()
    .meta({ description: 'The last change of any kind; ISO 8601 in UTC' }),
  /** The author is asked to confirm or withdraw. */
  confirmDue: z
    .boolean()
    .meta({ description: 'True where the author should confirm or withdraw' }),
  version: z.number().int().meta({
    description: 'Version, which grows with each change',
  }),
  can: canSchema.meta({
    description: 'By action: true, or the code of the reason against it',
  }),
});
/** Interest as the API sends it; see {@link interestSchema}. @public */
export type Interest = z.infer<typeof interestSchema>;

/**
 * The details of an interest as a request may set them: an omitted field
 * stays as it is, `null` clears it. Actions, template steps, columns and the
 * import take them from here.
 * @public
 */
export const interestDetailsShape = {
  urgency: z.enum(urgencies).optional().meta({
    description: 'Weighs 1/3, 2/3 or 1; important if never said',
  }),
  useCase: freeText(4000).nullish().meta({
    description:
      'What it is needed for, in the words of the person; 40 characters or more count as described',
  }),
  alternative: freeText(2000)
    .nullish()
    .meta({ description: 'Present alternative of the team' }),
  /** A calendar day, `YYYY-MM-DD`. */
  neededBy: day.nullish().meta({
    description: 'A day such as 2027-03-01; today or later when newly set',
  }),
  expectedUsage: freeText(500).nullish().meta({
    description: 'How much use there will be, such as 40 partners, weekly',
  }),
  otherwise: z
    .enum(otherwises)
    .nullish()
    .meta({ description: 'Plan of the team if the target does not come' }),
  contribute: z
    .boolean()
    .optional()
    .meta({ description: 'Whether the team would help to build it' }),
};

/**
 * Details that the author of an interest states, beside who asks for what.
 * @public
 */
export type StatedDetails = Readonly<
  Required<z.output<z.ZodObject<typeof interestDetailsShape>>>
>;
/** Name of a detail; see {@link StatedDetails}. @public */
export type StatedDetail = keyof StatedDetails;

/**
 * Names of all details, in the order in which lists show them.
 * @public
 */
export const statedDetails = Object.keys(
  interestDetailsShape,
) as readonly StatedDetail[];

/**
 * Details in the author's own words: they are emptied when the author is erased,
 * and after the time for which texts are kept.
 * @public
 */
export const statedTexts = [
  'useCase',
  'alternative',
  'expectedUsage',
] as const satisfies readonly StatedDetail[];
/** One of {@link statedTexts}. @public */
export type StatedText = (typeof statedTexts)[number];

/**
 * The details of an interest that says nothing.
 * @public
 */
export const noDetails: StatedDetails = {
  urgency: 'important',
  useCase: null,
  alternative: null,
  neededBy: null,
  expectedUsage: null,
  otherwise: null,
  contribute: false,
};

/**
 * The body of `PUT /interests/{kind}/{namespace}/{name}`.
 * @public
 */
export const recordInterestSchema = z.strictObject({
  id: z.string().max(64).optional().meta({ description: 'Id of the interest' }),
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
    .optional()
    .meta({
      description:
        'Names this request for seven days, so that it can be sent again however late',
    }),
  team: entityRefSchema({ kind: 'group' }).meta({
    description: 'Ref of a Group; its kind and namespace may be left out',
  }),
  useCaseKey: useCaseKey.optional().meta({
    description: 'Tells apart several use cases of one person and team',
  }),
  ...interestDetailsShape,
});
/** Interest as a caller sends it to record it. @public */
export type RecordInterest = z.input<typeof recordInterestSchema>;
/** The parsed form of {@link RecordInterest}. @public */
export type RecordInterestCommand = z.output<typeof recordInterestSchema>;

/**
 * The answer of `GET /interests`.
 * @public
 */
export const interestPageSchema = z.object({
  items: z.array(interestSchema).meta({ description: 'The rows' }),
  nextCursor: z
    .string()
    .optional()
    .meta({ description: 'For the next page; only its absence ends the list' }),
  /** On request: how many there are on all pages. */
  total: z.number().int().optional().meta({
    description: 'Number on all pages, on request',
    minimum: 0,
  }),
});
/** Page of interests; see {@link interestPageSchema}. @public */
export type InterestPage = z.infer<typeof interestPageSchema>;

const statusesParameter = anyOf(z.enum(interestStatuses)) as z.ZodType<
  readonly InterestStatus[],
  InterestStatus | readonly InterestStatus[]
>;

/**
 * Conditions on the interests to list. All given conditions must hold.
 * @public
 */
export const listInterestsQuerySchema = z.object({
  /** Entity ref. */
  target: refParameter().optional().meta({
    description: 'Only in this entity',
    example: 'pilot:default/delta-sharing',
  }),
  /** Ref of a Group. */
  team: refParameter({ kind: 'group' }).optional().meta({
    description: 'Only of this team',
    example: 'group:default/payments',
  }),
  /** A User ref, or `me`. */
  author: personParameter().optional().meta({
    description: 'Only of this person; or me',
    example: 'user:default/priya',
  }),
  /** In targets that this Group or User owns. */
  owner: ownerParameter().optional().meta({
    description: 'Only in entities that this Group or User owns',
    example: 'group:default/partner-tech',
  }),
  /** Any of these. */
  status: statusesParameter
    .optional()
    .meta({ description: 'Only in this state', example: ['open'] }),
  /** From the target's owner, or not. */
  internal: z.boolean().optional().meta({
    description: 'Only those of the owner, or only the others',
    example: true,
  }),
  /** Whose author is asked to confirm or withdraw, or the others. */
  confirmDue: z.boolean().optional().meta({
    description:
      'Only those that their author should confirm, or only the others',
    example: true,
  }),
  /** Also how many there are on all pages. */
  total: z
    .boolean()
    .optional()
    .meta({ description: 'Also the number on all pages', example: true }),
  ...pagingShape,
});
/**
 * Conditions as a client sends them; see {@link listInterestsQuerySchema}.
 * @public
 */
export interface ListInterestsQuery
  extends z.input<typeof listInterestsQuerySchema> {}
