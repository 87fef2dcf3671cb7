import { z } from 'zod';
import { entityRefSchema, freeText } from './fields';
import { canSchema } from './interest';

/**
 * The answer of `GET /pilots/{namespace}/{name}/adoption`: who is served, how
 * fast, and how well.
 * @public
 */
export const adoptionSchema = z.object({
  target: z.string(),
  asOf: z.string(),
  /** Teams that are served. */
  adopters: z.number().int(),
  /** Of them, those of the last 90 days. */
  gained: z.number().int(),
  /** Adopters at the end of each of the last 12 months, in UTC, oldest first. */
  growth: z.array(z.object({ month: z.string(), adopters: z.number().int() })),
  /** Median days from the first ask of a team to its adoption; null without adopters. */
  medianDays: z.number().nullable(),
  /**
   * The share of the adopters who were served when no manual step was left, 0 to
   * 1; null where that is not known of any.
   */
  withoutHands: z.number().nullable(),
  satisfaction: z.object({
    /** Mean of the latest answer of each adopter, 1 to 5; null without one. */
    mean: z.number().nullable(),
    /** How many of the adopters answered. */
    teams: z.number().int(),
    /** All answers, those of teams that left included. */
    quarters: z.array(
      z.object({
        /** Such as 2026-Q4, in UTC. */
        quarter: z.string(),
        mean: z.number(),
        teams: z.number().int(),
      }),
    ),
  }),
  teams: z.array(
    z.object({
      team: z.string(),
      askedAt: z.string(),
      adoptedAt: z.string(),
      /** Null where it is not known. */
      withoutHands: z.boolean().nullable(),
      /** The latest answer, 1 to 5. */
      score: z.number().int().nullable(),
      /** What the team said with it; null for who neither owns nor approves. */
      note: z.string().nullable(),
    }),
  ),
  /** Adopting teams of the caller that have not answered in this quarter. */
  due: z.array(z.string()),
  /** `rate` */
  can: canSchema,
});
/** What {@link adoptionSchema} describes. @public */
export type Adoption = z.infer<typeof adoptionSchema>;

/**
 * The body of `PUT /pilots/{namespace}/{name}/satisfaction`: how well it works
 * for an adopting team; the last answer of a quarter counts.
 * @public
 */
export const rateSchema = z.strictObject({
  team: entityRefSchema({ kind: 'group' }),
  /** 1 poor to 5 great */
  score: z.number().int().min(1, 'must be 1 to 5').max(5, 'must be 1 to 5'),
  note: freeText(2000).nullish(),
});
/** What {@link rateSchema} describes, as it is sent. @public */
export type Rate = z.input<typeof rateSchema>;
/** The parsed form of {@link Rate}. @public */
export type RateCommand = z.output<typeof rateSchema>;
