import { z } from 'zod';
import { answeredGatesSchema } from './gate';

const weight = z.number().min(0).max(1);
const addsUpToOne = (record: Record<string, number>) =>
  Math.abs(Object.values(record).reduce((sum, value) => sum + value, 0) - 1) <
  1e-9;

/**
 * Policy of the demand score: everything about it that an operator can set.
 * @public
 */
export const demandPolicySchema = z.strictObject({
  /**
   * The rules that the numbers below are used by. They change with a release,
   * never by configuration, and are kept with the policy so that a past date is
   * computed as it was then. By rules 1, everything that implements a Pilot
   * counted for it, and an adopter's interest as if it were described in full.
   */
  rules: z.literal([1, 2]).optional().meta({
    description:
      'The rules that the numbers are used by: they change with a release, never by configuration',
  }),
  /** Days after which an unconfirmed interest weighs half; at least 7. */
  halfLifeDays: z.number().min(7, 'must be at least 7 days').meta({
    description: 'Days after which an unconfirmed interest weighs half',
  }),
  /** Exponents of the geometric mean; they add up to 1. */
  weights: z
    .strictObject({
      number: weight.meta({
        description: 'Exponent of V, made from N',
        minimum: 0,
        maximum: 1,
      }),
      breadth: weight.meta({
        description: 'Exponent of B, made from T',
        minimum: 0,
        maximum: 1,
      }),
      specific: weight.meta({
        description: 'Exponent of C, made from M',
        minimum: 0,
        maximum: 1,
      }),
    })
    .refine(addsUpToOne, 'must add up to 1')
    .meta({ description: 'Exponents of the geometric mean; add up to 1' }),
  /** The sum at which a part is half-way to saturation. */
  halfPoints: z
    .strictObject({
      number: z
        .number()
        .positive()
        .meta({ description: 'For N, in asks', minimum: 0 }),
      breadth: z
        .number()
        .positive()
        .meta({ description: 'For T, in teams', minimum: 0 }),
      specific: z.number().positive().meta({
        description: 'For M, in teams with described asks',
        minimum: 0,
      }),
    })
    .meta({ description: 'The sum at which a part is half-way to saturation' }),
  /** Weights of the described details in the specificity; they add up to 1. */
  specificity: z
    .strictObject({
      useCase: weight.meta({
        description: 'For a described use case',
        minimum: 0,
        maximum: 1,
      }),
      alternative: weight.meta({
        description: 'For a stated alternative',
        minimum: 0,
        maximum: 1,
      }),
      neededBy: weight.meta({
        description: 'For a day',
        minimum: 0,
        maximum: 1,
      }),
      expectedUsage: weight.meta({
        description: 'For an expected usage',
        minimum: 0,
        maximum: 1,
      }),
      contribute: weight.meta({
        description: 'For the offer to help',
        minimum: 0,
        maximum: 1,
      }),
    })
    .refine(addsUpToOne, 'must add up to 1')
    .meta({
      description:
        'Specificity that each described detail adds; all add up to 1',
    }),
  /** The score from which a level begins. */
  levels: z
    .strictObject({
      emerging: z.number().gt(0).lt(100).meta({
        description: 'Where emerging begins',
        minimum: 0,
        maximum: 100,
      }),
      strong: z
        .number()
        .gt(0)
        .lt(100)
        .meta({ description: 'Where strong begins', minimum: 0, maximum: 100 }),
      proven: z
        .number()
        .gt(0)
        .lt(100)
        .meta({ description: 'Where proven begins', minimum: 0, maximum: 100 }),
    })
    .refine(
      levels =>
        levels.emerging < levels.strong && levels.strong < levels.proven,
      'must rise: emerging < strong < proven',
    )
    .meta({ description: 'The score from which a level begins' }),
});
/** Policy of the demand score; see {@link demandPolicySchema}. @public */
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
  halfLifeDays: z.number().meta({
    description: 'Days after which an unconfirmed interest weighs half',
    minimum: 7,
  }),
  weights: z
    .object(shape.weights.shape)
    .meta({ description: 'Exponents of the geometric mean; add up to 1' }),
  halfPoints: z
    .object(shape.halfPoints.shape)
    .meta({ description: 'The sum at which a part is half-way to saturation' }),
  specificity: z.object(shape.specificity.shape).meta({
    description: 'Specificity that each described detail adds; all add up to 1',
  }),
  levels: z
    .object(shape.levels.shape)
    .meta({ description: 'The score from which a level begins' }),
});

/**
 * The answer of `GET /policy`.
 * @public
 */
export const policySchema = z.object({
  fingerprint: z.string().meta({ description: 'Names the policy' }),
  /** Since when this policy is in force. */
  since: z.string().meta({ description: 'Since when; ISO 8601 in UTC' }),
  demand: answeredPolicySchema.meta({ description: 'Policy of demand' }),
  interest: z
    .object({
      allowedKinds: z
        .array(z.string())
        .meta({ description: 'Kinds that interest can be in' }),
      /** Days after which an author is asked to confirm. */
      confirmAfterDays: z.number().meta({
        description:
          'Days without confirmation after which a reminder asks the author',
        minimum: 0,
      }),
      /**
       * The `spec.type` of the groups that interest can be recorded for, in lower
       * case; absent: all.
       */
      teamTypes: z.array(z.string()).optional().meta({
        description:
          'spec.type of the Groups that count as teams, in lower case; all if absent',
      }),
      /** The people of child Groups belong to the Groups above, too. */
      childTeams: z.boolean().optional().meta({
        description:
          'True where members of child Groups also belong to the Groups above',
      }),
    })
    .meta({ description: 'Rules of recording interest' }),
  privacy: z
    .object({
      /** Off: teams are shown, and not who recorded an interest. */
      showAuthors: z.boolean().meta({
        description: 'False: pages show teams, and not the authors of interest',
      }),
    })
    .meta({ description: 'Visibility of persons' }),
  decisions: z
    .object({
      /** The Groups whose members approve; none by default. */
      approvers: z
        .array(z.string())
        .meta({ description: 'Groups whose members approve' }),
      /** Conditions of the gates. */
      gates: answeredGatesSchema.meta({
        description: 'Conditions of the gates',
      }),
    })
    .meta({ description: 'Approvers and gates' }),
  readiness: z
    .object({
      /** Days that a waiver holds at most. */
      waiverDays: z
        .number()
        .int()
        .meta({ description: 'Days that a waiver holds at most', minimum: 0 }),
    })
    .meta({ description: 'Rules of readiness' }),
  /** Caller, as the portal takes them; absent from older backends. */
  caller: z
    .object({
      /** The teams that they can record for without acting on behalf of others. */
      teams: z
        .array(z.string())
        .meta({ description: 'Teams that the caller can record for' }),
      /** The Groups that they act for. */
      groups: z
        .array(z.string())
        .meta({ description: 'Groups that the caller acts for' }),
      /** True where they belong to the approvers. */
      approver: z
        .boolean()
        .meta({ description: 'True where the caller is an approver' }),
    })
    .optional()
    .meta({ description: 'The caller' }),
  /**
   * A sentence for each setting that names what the catalog does not have; only
   * for administrators.
   */
  problems: z.array(z.string()).optional().meta({
    description:
      'Settings that name something the catalog does not have, a sentence each; only for administrators',
  }),
});
/** Policy in force; see {@link policySchema}. @public */
export type Policy = z.infer<typeof policySchema>;
