import { z } from 'zod';
import { entityRefSchema } from './fields';
import { gateSchema } from './gate';
import { canSchema } from './interest';
import { openEnum } from './openEnum';
import { dimensions } from './vocabulary';
import { checkResultSchema } from './checkResult';

/**
 * The score of one dimension: the weight of what passes or is waived over the
 * weight of what applies.
 * @public
 */
export const dimensionScoreSchema = z.object({
  dimension: openEnum(dimensions).meta({
    description: 'Dimension of readiness',
  }),
  /** 0 to 1; null where no check applies. */
  score: z.number().nullable().meta({
    description: 'Score of the dimension; null without checks',
    minimum: 0,
    maximum: 1,
  }),
  applicable: z
    .number()
    .int()
    .meta({ description: 'Checks that apply', minimum: 0 }),
  passed: z
    .number()
    .int()
    .meta({ description: 'Checks that pass', minimum: 0 }),
  waived: z
    .number()
    .int()
    .meta({ description: 'Checks that are waived', minimum: 0 }),
  failed: z
    .number()
    .int()
    .meta({ description: 'Checks that fail', minimum: 0 }),
  unknown: z
    .number()
    .int()
    .meta({ description: 'Checks that are unknown', minimum: 0 }),
});

/** Score of one dimension; see {@link dimensionScoreSchema}. @public */
export type DimensionScore = z.infer<typeof dimensionScoreSchema>;

/**
 * The answer of `GET /readiness/{kind}/{namespace}/{name}`: what is missing
 * before others can build on an entity, and who said so.
 * @public
 */
export const readinessSchema = z.object({
  target: z.string().meta({ description: 'Entity ref, full and lower-case' }),
  asOf: z
    .string()
    .meta({ description: 'The instant that it is exact for; ISO 8601 in UTC' }),
  owner: z.string().nullable().meta({
    description: 'Ref of a Group or User; null where the catalog has none',
  }),
  /** 0 to 1 over all checks that apply; null where none does. */
  score: z.number().nullable().meta({
    description: 'Over all checks that apply; null without one',
    minimum: 0,
    maximum: 1,
  }),
  /** The dimension with the lowest score; null where no check applies. */
  weakest: openEnum(dimensions).nullable().meta({
    description:
      'The dimension with the lowest score; null where no check applies',
  }),
  /** Its score, 0 to 1; null where no check applies. */
  weakestScore: z
    .number()
    .nullable()
    .meta({ description: 'Its score', minimum: 0, maximum: 1 }),
  /** Of all that apply, those that nobody answered. */
  unknown: z.number().int().meta({
    description: 'Checks that apply and are unknown',
    minimum: 0,
  }),
  dimensions: z
    .array(dimensionScoreSchema)
    .meta({ description: 'The scores of the dimensions' }),
  /** Those to work on first, first; what does not apply last. */
  checks: z.array(checkResultSchema).meta({
    description:
      'The checks, in the order in which to work on them; those that do not apply last',
  }),
  /** Of Pilots before their last phase, for who may read interest. */
  gate: gateSchema.nullable().meta({
    description:
      'Gate to the next phase of a Pilot; null for callers who may not read interest',
  }),
  /** Time when the automatic sources were last asked. */
  collectedAt: z.string().nullable().meta({
    description: 'When the automatic sources were last asked; ISO 8601 in UTC',
  }),
  /** The automatic sources that did not answer the last time. */
  silent: z.array(z.string()).meta({
    description: 'The automatic sources that did not answer the last time',
  }),
  /**
   * Pilots that the entity implements. What automatic sources find of it counts
   * for them too; what is signed or reported for it does not.
   */
  pilots: z
    .array(z.string())
    .meta({ description: 'Pilots that the entity implements' }),
  /** The Groups whose members waive. */
  approvers: z
    .array(z.string())
    .meta({ description: 'Groups whose members waive' }),
  /** Days that a waiver holds at most. */
  waiverDays: z
    .number()
    .int()
    .meta({ description: 'Days that a waiver holds at most', minimum: 0 }),
  /** Names the target in the messages of `changesChannel`. */
  watch: z.string().meta({
    description: 'Name of the target in signals of changed demand',
  }),
  /** `attest`, `waive`, `collect` */
  can: canSchema.meta({
    description: 'By action: true, or the code of the reason against it',
  }),
});

/** Readiness of an entity; see {@link readinessSchema}. @public */
export type Readiness = z.infer<typeof readinessSchema>;

/**
 * Readiness in a list: overall and weakest, always together.
 * @public
 */
export const readinessSummarySchema = z.object({
  target: z.string().meta({ description: 'Entity ref, full and lower-case' }),
  score: z.number().nullable().meta({
    description: 'Over all checks; null without one',
    minimum: 0,
    maximum: 1,
  }),
  weakest: openEnum(dimensions)
    .nullable()
    .meta({ description: 'The dimension with the lowest score' }),
  /** 0 to 1 */
  weakestScore: z
    .number()
    .nullable()
    .meta({ description: 'Its score', minimum: 0, maximum: 1 }),
  applicable: z
    .number()
    .int()
    .meta({ description: 'Checks that apply', minimum: 0 }),
  unknown: z
    .number()
    .int()
    .meta({ description: 'Those that are unknown', minimum: 0 }),
  /** Attestations and waivers that lapse within 14 days. */
  expiring: z.number().int().meta({
    description: 'Attestations and waivers that lapse within 14 days',
    minimum: 0,
  }),
});

/** Readiness in a list; see {@link readinessSummarySchema}. @public */
export type ReadinessSummary = z.infer<typeof readinessSummarySchema>;

/**
 * The body of `POST /readiness/by-refs`.
 * @public
 */
export const readinessByRefsSchema = z.strictObject({
  targets: z
    .array(entityRefSchema())
    .min(1)
    .max(300, 'must have at most 300 refs; ask in several requests')
    .meta({ description: 'Entity refs, at most 300' }),
});

/** Refs as a client sends them; see {@link readinessByRefsSchema}. @public */
export type ReadinessByRefs = z.input<typeof readinessByRefsSchema>;

/**
 * The answer of `POST /readiness/by-refs`, in the order of the refs; `null` for
 * what does not exist, cannot be seen, or was never looked at.
 * @public
 */
export const readinessByRefsResultSchema = z.object({
  items: z
    .array(readinessSummarySchema.nullable())
    .meta({ description: 'The rows' }),
});

/** Readiness by refs; see {@link readinessByRefsResultSchema}. @public */
export type ReadinessByRefsResult = z.infer<typeof readinessByRefsResultSchema>;
