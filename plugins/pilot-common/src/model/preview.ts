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
  demand: z.strictObject({
    halfLifeDays: halfLifeDays.optional(),
    weights: weights.optional(),
    halfPoints: halfPoints.optional(),
    specificity: specificity.optional(),
    levels: levels.optional(),
  }),
  /** The kind to rank; Pilot if absent. */
  kind: z.string().min(1).max(63).optional(),
  /** How many to answer, those that move most first; 50 if absent. */
  limit: z.number().int().min(1).max(500).optional(),
});
/** What {@link policyPreviewRequestSchema} describes. @public */
export type PolicyPreviewRequest = z.infer<typeof policyPreviewRequestSchema>;

const standing = z.object({
  /** 1 is the highest; equal scores share a rank. */
  rank: z.number().int(),
  score: z.number(),
  level: openEnum(demandLevels),
});

/** How many targets are at each level, at those of a newer backend too. */
const countsByLevel = z
  .record(openEnum(demandLevels), z.number().int())
  .meta({ required: [...demandLevels] });

/**
 * How ranks and levels would move under another policy. Only targets that the
 * caller can see are ranked.
 * @public
 */
export const policyPreviewSchema = z.object({
  /** Fingerprint of the policy that was tried. */
  policy: z.string(),
  asOf: z.string(),
  /** How many targets were ranked. */
  ranked: z.number().int(),
  /** How many of them change rank, and how many change level. */
  moved: z.number().int(),
  relevelled: z.number().int(),
  levels: z.object({
    before: countsByLevel,
    after: countsByLevel,
  }),
  items: z.array(
    z.object({
      target: z.string(),
      title: z.string().nullable(),
      before: standing,
      after: standing,
    }),
  ),
});
/** What {@link policyPreviewSchema} describes. @public */
export type PolicyPreview = z.infer<typeof policyPreviewSchema>;
