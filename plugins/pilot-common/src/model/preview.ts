import { z } from 'zod';
import { openEnum } from './openEnum';
import { demandPolicySchema } from './policy';
import { demandLevels } from './vocabulary';

const { halfLifeDays, weights, halfPoints, specificity, levels } =
  demandPolicySchema.shape;

/**
 * The body of `POST /policy/preview`: what the policy would be. A group that is
 * left out stays as it is in force.
 * @public
 */
export const policyPreviewRequestSchema = z.strictObject({
  demand: z
    .strictObject({
      halfLifeDays: halfLifeDays.optional(),
      weights: weights.optional(),
      halfPoints: halfPoints.optional(),
      specificity: specificity.optional(),
      levels: levels.optional(),
    })
    .meta({ description: 'Changes of the policy' }),
  /** The kind to rank; Pilot if absent. */
  kind: z
    .string()
    .min(1)
    .max(63)
    .optional()
    .meta({ description: 'The kind to rank; Pilot if absent' }),
  /**
   * Largest number of targets to answer, those that move most first; 50 if
   * absent.
   */
  limit: z.number().int().min(1).max(500).optional().meta({
    description:
      'Maximum number of targets, those that move most first; 50 if absent',
  }),
});
/** Policy to preview; see {@link policyPreviewRequestSchema}. @public */
export type PolicyPreviewRequest = z.infer<typeof policyPreviewRequestSchema>;

const standing = z.object({
  /** 1 is the highest; equal scores share a rank. */
  rank: z.number().int().meta({
    description: '1 is the highest; equal scores share one',
    minimum: 1,
  }),
  score: z.number().meta({
    description: 'The demand; never 100 itself',
    minimum: 0,
    maximum: 100,
  }),
  level: openEnum(demandLevels).meta({ description: 'The score in a word' }),
});

/** Number of targets at each level, at those of a newer backend too. */
const countsByLevel = z
  .record(openEnum(demandLevels), z.number().int())
  .meta({ required: [...demandLevels] });

/**
 * Moves of ranks and levels under another policy. Only targets that the caller
 * can see are ranked.
 * @public
 */
export const policyPreviewSchema = z.object({
  /** Fingerprint of the policy that was tried. */
  policy: z
    .string()
    .meta({ description: 'Fingerprint of the policy that made the score' }),
  asOf: z.string().meta({
    description: 'The instant that the scores are exact for; ISO 8601 in UTC',
  }),
  /** Number of targets that were ranked. */
  ranked: z
    .number()
    .int()
    .meta({ description: 'Number of targets ranked', minimum: 0 }),
  /** Number of them that change rank, and number that change level. */
  moved: z
    .number()
    .int()
    .meta({ description: 'Number of targets that change rank', minimum: 0 }),
  relevelled: z
    .number()
    .int()
    .meta({ description: 'Number of targets that change level', minimum: 0 }),
  levels: z
    .object({
      before: countsByLevel.meta({ description: 'Under the policy in force' }),
      after: countsByLevel.meta({
        description: 'Under the policy that was tried',
      }),
    })
    .meta({ description: 'Number of targets at each level' }),
  items: z
    .array(
      z.object({
        target: z
          .string()
          .meta({ description: 'Entity ref, full and lower-case' }),
        title: z.string().nullable().meta({
          description: 'As the catalog shows it; null where it has none',
        }),
        before: standing.meta({ description: 'Under the policy in force' }),
        after: standing.meta({
          description: 'Under the policy that was tried',
        }),
      }),
    )
    .meta({ description: 'The rows' }),
});
/** Preview of a policy; see {@link policyPreviewSchema}. @public */
export type PolicyPreview = z.infer<typeof policyPreviewSchema>;
