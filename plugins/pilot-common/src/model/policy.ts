import { z } from 'zod';
import { answeredGatesSchema } from './gate';

const weight = z.number().min(0).max(1);
const addsUpToOne = (record: Record<string, number>) =>
  Math.abs(Object.values(record).reduce((sum, value) => sum + value, 0) - 1) <
  1e-9;

/**
 * How a demand score is made: everything about it that an operator can set.
 * @public
 */
export const demandPolicySchema = z.strictObject({
  /**
   * The rules that the numbers below are used by. They change with a release,
   * never by configuration, and are kept with the policy so that a past date is
   * computed as it was then. By rules 1, everything that implements a Pilot
   * counted for it, and an adopter's interest as if it were described in full.
   */
  rules: z.literal([1, 2]).optional(),
  /** Days after which an unconfirmed interest weighs half; at least 7. */
  halfLifeDays: z.number().min(7, 'must be at least 7 days'),
  /** Exponents of the geometric mean; they add up to 1. */
  weights: z
    .strictObject({ number: weight, breadth: weight, specific: weight })
    .refine(addsUpToOne, 'must add up to 1'),
  /** The sum at which a part is half-way to saturation. */
  halfPoints: z.strictObject({
    number: z.number().positive(),
    breadth: z.number().positive(),
    specific: z.number().positive(),
  }),
  /** What each described detail adds to the specificity; they add up to 1. */
  specificity: z
    .strictObject({
      useCase: weight,
      alternative: weight,
      neededBy: weight,
      expectedUsage: weight,
      contribute: weight,
    })
    .refine(addsUpToOne, 'must add up to 1'),
  /** The score from which a level begins. */
  levels: z
    .strictObject({
      emerging: z.number().gt(0).lt(100),
      strong: z.number().gt(0).lt(100),
      proven: z.number().gt(0).lt(100),
    })
    .refine(
      levels =>
        levels.emerging < levels.strong && levels.strong < levels.proven,
      'must rise: emerging < strong < proven',
    ),
});
/** What {@link demandPolicySchema} describes. @public */
export type DemandPolicy = z.infer<typeof demandPolicySchema>;

/**
 * The policy that holds when the operator sets nothing.
 * @public
 */
export const defaultDemandPolicy: DemandPolicy = {
  rules: 2,
  halfLifeDays: 120,
  weights: { number: 0.3, breadth: 0.4, specific: 0.3 },
  halfPoints: { number: 5, breadth: 3, specific: 2 },
  specificity: {
    useCase: 0.4,
    alternative: 0.2,
    neededBy: 0.15,
    expectedUsage: 0.15,
    contribute: 0.1,
  },
  levels: { emerging: 20, strong: 40, proven: 60 },
};

const { shape } = demandPolicySchema;

/**
 * A policy as it is answered: by a newer backend perhaps, whose shares add up to 1
 * with some that are not known here. Of its rules, the newest that are known come
 * closest.
 */
const answeredPolicySchema = z.object({
  rules: shape.rules.catch(2),
  halfLifeDays: z.number(),
  weights: z.object(shape.weights.shape),
  halfPoints: z.object(shape.halfPoints.shape),
  specificity: z.object(shape.specificity.shape),
  levels: z.object(shape.levels.shape),
});

/**
 * The answer of `GET /policy`.
 * @public
 */
export const policySchema = z.object({
  fingerprint: z.string(),
  /** Since when this policy is in force. */
  since: z.string(),
  demand: answeredPolicySchema,
  interest: z.object({
    allowedKinds: z.array(z.string()),
    /** Days after which an author is asked to confirm. */
    confirmAfterDays: z.number(),
    /**
     * The `spec.type` of the groups that interest can be recorded for, in lower
     * case; absent: all.
     */
    teamTypes: z.array(z.string()).optional(),
    /** The people of child Groups belong to the Groups above, too. */
    childTeams: z.boolean().optional(),
  }),
  privacy: z.object({
    /** Off: teams are shown, and not who recorded an interest. */
    showAuthors: z.boolean(),
  }),
  decisions: z.object({
    /** The Groups whose members approve; none by default. */
    approvers: z.array(z.string()),
    /** What the gates ask for. */
    gates: answeredGatesSchema,
  }),
  readiness: z.object({
    /** Days that a waiver holds at most. */
    waiverDays: z.number().int(),
  }),
  /** Who asks, as the portal takes them; absent from older backends. */
  caller: z
    .object({
      /** The teams that they can record for without acting on behalf of others. */
      teams: z.array(z.string()),
      /** The Groups that they act for. */
      groups: z.array(z.string()),
      /** Whether they belong to the approvers. */
      approver: z.boolean(),
    })
    .optional(),
  /**
   * A sentence for each setting that names what the catalog does not have; only
   * for administrators.
   */
  problems: z.array(z.string()).optional(),
});
/** What {@link policySchema} describes. @public */
export type Policy = z.infer<typeof policySchema>;
