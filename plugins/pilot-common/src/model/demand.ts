import { z } from 'zod';
import { canSchema, interestSchema } from './interest';
import { openEnum } from './openEnum';
import { demandLevels } from './vocabulary';

/** The three parts of a score, in the order in which they are shown. @public */
export const demandPartKeys = ['number', 'breadth', 'specific'] as const;
/** One of {@link demandPartKeys}. @public */
export type DemandPartKey = (typeof demandPartKeys)[number];

/** One of the three parts that make a score. @public */
export const demandPartSchema = z.object({
  key: openEnum(demandPartKeys).meta({ description: 'Which part' }),
  /** The sum N, T or M, 0 upwards. */
  raw: z.number().meta({ description: 'The sum N, T or M', minimum: 0 }),
  /** The sum saturated to 0..1: V, B or C. */
  value: z
    .number()
    .meta({ description: 'The sum, saturated', minimum: 0, maximum: 1 }),
  /** The exponent of the geometric mean. */
  weight: z.number().meta({
    description: 'Exponent of the geometric mean',
    minimum: 0,
    maximum: 1,
  }),
  /** `value ** weight`; the product of all three, times 100, is the score. */
  contribution: z.number().meta({
    description:
      'value to the power of weight; the product of all three, times 100, is the score',
    minimum: 0,
    maximum: 1,
  }),
});
/** Part of a score; see {@link demandPartSchema}. @public */
export type DemandPart = z.infer<typeof demandPartSchema>;

/** Share of one team in a score. @public */
export const teamShareSchema = z.object({
  team: z.string().meta({ description: 'Ref of a Group' }),
  /** The team's part of N, T and M, weighted and normalised: 0 to 1, all of them add up to 1. */
  share: z.number().meta({
    description: "The team's part of the score; all add up to 1",
    minimum: 0,
    maximum: 1,
  }),
  interests: z
    .number()
    .int()
    .meta({ description: 'Interests that weigh in the score', minimum: 0 }),
  adopter: z.boolean().meta({ description: 'True for an adopter' }),
});
/** Share of one team in a score; see {@link teamShareSchema}. @public */
export type TeamShare = z.infer<typeof teamShareSchema>;

/** Step that would raise a score, and by how many points. @public */
export const raiseSchema = z.object({
  code: openEnum(['newTeam', 'details', 'confirm']).meta({
    description: 'Code of the suggestion',
  }),
  gain: z.number().meta({ description: 'Points of the score' }),
  team: z.string().optional().meta({ description: 'Ref of a Group' }),
});
/** Step that would raise a score; see {@link raiseSchema}. @public */
export type Raise = z.infer<typeof raiseSchema>;

/** Counts that a score is made from, in numbers that people use. @public */
export const demandCountsSchema = z.object({
  /** Interests that weigh in the score. */
  interests: z
    .number()
    .int()
    .meta({ description: 'Interests that weigh in the score', minimum: 0 }),
  teams: z
    .number()
    .int()
    .meta({ description: 'Distinct teams with counted interest', minimum: 0 }),
  /** Counted interests that describe a use case. */
  useCases: z.number().int().meta({
    description: 'Counted interests that describe a use case',
    minimum: 0,
  }),
  adopters: z
    .number()
    .int()
    .meta({ description: 'Teams that are adopters', minimum: 0 }),
  /** Interests of the owner: recorded, without weight. */
  internal: z.number().int().meta({
    description: 'Interests of the owner, without weight',
    minimum: 0,
  }),
});
/** Counts that a score is made from; see {@link demandCountsSchema}. @public */
export type DemandCounts = z.infer<typeof demandCountsSchema>;

/** Directions that a score can head in. @public */
export const demandTrends = ['rising', 'steady', 'falling'] as const;
/** One of {@link demandTrends}. @public */
export type DemandTrend = (typeof demandTrends)[number];

/**
 * A demand score that explains itself, as the API sends it.
 * @public
 */
export const demandSchema = z.object({
  target: z.string().meta({ description: 'Entity ref, full and lower-case' }),
  asOf: z.string().meta({
    description: 'The instant that the scores are exact for; ISO 8601 in UTC',
  }),
  /** 0 to 100, never 100 itself. */
  score: z.number().meta({
    description: 'The demand; never 100 itself',
    minimum: 0,
    maximum: 100,
  }),
  level: openEnum(demandLevels).meta({ description: 'The score in a word' }),
  /** Against the end of the UTC day 28 days earlier, within two points. */
  trend: openEnum(demandTrends).meta({
    description: 'Against 28 days earlier, within two points',
  }),
  number: z.number().meta({
    description: 'The sum N: more asks count, repeats of a team ever less',
    minimum: 0,
  }),
  breadth: z.number().meta({
    description: 'The sum T: each team once, at its strongest',
    minimum: 0,
  }),
  specific: z.number().meta({
    description: 'The sum M: each team once, at its most concrete',
    minimum: 0,
  }),
  parts: z
    .array(demandPartSchema)
    .meta({ description: 'The three factors of the score' }),
  counts: demandCountsSchema.meta({
    description: 'Counts behind the score',
  }),
  teams: z
    .array(teamShareSchema)
    .meta({ description: 'The teams and their shares, highest first' }),
  raise: z.array(raiseSchema).meta({
    description: 'Suggestions that would raise the score, largest gain first',
  }),
  /** Implementing entities that the interest of a Pilot came through. */
  rollUp: z
    .array(
      z.object({
        target: z
          .string()
          .meta({ description: 'Entity ref, full and lower-case' }),
        interests: z.number().int().meta({
          description: 'Interests that weigh in the score',
          minimum: 0,
        }),
      }),
    )
    .meta({
      description:
        'Entities that implement the Pilot, and the interest through them',
    }),
  /**
   * Entities that the Pilot says implement it, and whose owner has not
   * confirmed it: their interest does not count. Left out where there is none.
   */
  unconfirmed: z
    .array(
      z.object({
        target: z
          .string()
          .meta({ description: 'Entity ref, full and lower-case' }),
        owner: z.string().nullable().meta({
          description:
            'Ref of a Group or User; null where the catalog has none',
        }),
      }),
    )
    .optional()
    .meta({
      description:
        'Parts of the Pilot whose owner has not consented; interest in them does not count',
    }),
  /**
   * People counted elsewhere, without names: shown, and never part of the
   * score.
   */
  elsewhere: z
    .array(
      z.object({
        /** Place where they were counted, such as a forum. */
        source: z
          .string()
          .meta({ description: 'Source of the count, such as a forum' }),
        team: z.string().nullable().meta({ description: 'Ref of a Group' }),
        count: z
          .number()
          .int()
          .meta({ description: 'Number counted', minimum: 0 }),
        at: z.string().meta({ description: 'When; ISO 8601 in UTC' }),
      }),
    )
    .optional()
    .meta({
      description:
        'Anonymous counts from elsewhere: shown, and never part of the score; absent without any',
    }),
  /** Fingerprint of the policy that the score was computed under. */
  policy: z
    .string()
    .meta({ description: 'Fingerprint of the policy that made the score' }),
  /** Names the target in the messages of `changesChannel`. */
  watch: z.string().meta({
    description: 'Name of the target in signals of changed demand',
  }),
  /** The target that its interest was moved to, if the caller can see it. */
  mergedInto: z
    .string()
    .nullable()
    .meta({ description: 'The target that its interest was moved to' }),
  can: canSchema.meta({
    description: 'By action: true, or the code of the reason against it',
  }),
});
/** Demand score that explains itself; see {@link demandSchema}. @public */
export type Demand = z.infer<typeof demandSchema>;

/**
 * Answer to recording, withdrawing and confirming an interest. `demand` is
 * absent when the caller may no longer see the target, or lacks
 * `pilot.interest.read`.
 * @public
 */
export const recordedSchema = z.object({
  interest: interestSchema,
  demand: demandSchema.optional(),
});
/** Interest and the demand it leads to; see {@link recordedSchema}. @public */
export type Recorded = z.infer<typeof recordedSchema>;
