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
  key: openEnum(demandPartKeys),
  /** The sum N, T or M, 0 upwards. */
  raw: z.number(),
  /** The sum saturated to 0..1: V, B or C. */
  value: z.number(),
  /** The exponent of the geometric mean. */
  weight: z.number(),
  /** `value ** weight`; the product of all three, times 100, is the score. */
  contribution: z.number(),
});
/** What {@link demandPartSchema} describes. @public */
export type DemandPart = z.infer<typeof demandPartSchema>;

/** What one team brings to a score. @public */
export const teamShareSchema = z.object({
  team: z.string(),
  /** The team's part of N, T and M, weighted and normalised: 0 to 1, all of them add up to 1. */
  share: z.number(),
  interests: z.number().int(),
  adopter: z.boolean(),
});
/** What {@link teamShareSchema} describes. @public */
export type TeamShare = z.infer<typeof teamShareSchema>;

/** What would raise a score, and by how many points. @public */
export const raiseSchema = z.object({
  code: openEnum(['newTeam', 'details', 'confirm']),
  gain: z.number(),
  team: z.string().optional(),
});
/** What {@link raiseSchema} describes. @public */
export type Raise = z.infer<typeof raiseSchema>;

/** What a score is made from, in numbers that people count with. @public */
export const demandCountsSchema = z.object({
  /** Interests that weigh in the score. */
  interests: z.number().int(),
  teams: z.number().int(),
  /** Counted interests that describe a use case. */
  useCases: z.number().int(),
  adopters: z.number().int(),
  /** Interests of the owner: recorded, without weight. */
  internal: z.number().int(),
});
/** What {@link demandCountsSchema} describes. @public */
export type DemandCounts = z.infer<typeof demandCountsSchema>;

/** Where a score is heading. @public */
export const demandTrends = ['rising', 'steady', 'falling'] as const;
/** One of {@link demandTrends}. @public */
export type DemandTrend = (typeof demandTrends)[number];

/**
 * A demand score that explains itself, as the API sends it.
 * @public
 */
export const demandSchema = z.object({
  target: z.string(),
  asOf: z.string(),
  /** 0 to 100, never 100 itself. */
  score: z.number(),
  level: openEnum(demandLevels),
  /** Against the end of the UTC day 28 days earlier, within two points. */
  trend: openEnum(demandTrends),
  number: z.number(),
  breadth: z.number(),
  specific: z.number(),
  parts: z.array(demandPartSchema),
  counts: demandCountsSchema,
  teams: z.array(teamShareSchema),
  raise: z.array(raiseSchema),
  /** Which implementing entities the interest of a Pilot came through. */
  rollUp: z.array(
    z.object({ target: z.string(), interests: z.number().int() }),
  ),
  /**
   * What the Pilot says that it is implemented by, and whose owner has not
   * confirmed it: its interest does not count. Left out where there is none.
   */
  unconfirmed: z
    .array(z.object({ target: z.string(), owner: z.string().nullable() }))
    .optional(),
  /** Who was counted elsewhere, without names: shown, and never part of the score. */
  elsewhere: z
    .array(
      z.object({
        /** Where they were counted, such as a forum. */
        source: z.string(),
        team: z.string().nullable(),
        count: z.number().int(),
        at: z.string(),
      }),
    )
    .optional(),
  /** Fingerprint of the policy that the score was computed under. */
  policy: z.string(),
  /** Names the target in the messages of `changesChannel`. */
  watch: z.string(),
  /** The target that its interest was moved to, if the caller can see it. */
  mergedInto: z.string().nullable(),
  can: canSchema,
});
/** What {@link demandSchema} describes. @public */
export type Demand = z.infer<typeof demandSchema>;

/**
 * What recording, withdrawing and confirming answer. `demand` is absent when
 * the caller may no longer see the target, or lacks `pilot.interest.read`.
 * @public
 */
export const recordedSchema = z.object({
  interest: interestSchema,
  demand: demandSchema.optional(),
});
/** What {@link recordedSchema} describes. @public */
export type Recorded = z.infer<typeof recordedSchema>;
