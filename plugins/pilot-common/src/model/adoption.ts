import { z } from 'zod';
import { entityRefSchema, freeText } from './fields';
import { canSchema } from './interest';

/**
 * The answer of `GET /pilots/{namespace}/{name}/adoption`: who is served, how
 * fast, and how well.
 * @public
 */
export const adoptionSchema = z.object({
  target: z.string().meta({ description: 'Entity ref, full and lower-case' }),
  asOf: z.string().meta({
    description: 'The instant that the scores are exact for; ISO 8601 in UTC',
  }),
  /** Teams that are served. */
  adopters: z
    .number()
    .int()
    .meta({ description: 'Teams that are served', minimum: 0 }),
  /** Of them, those of the last 90 days. */
  gained: z
    .number()
    .int()
    .meta({ description: 'Adopters of the last 90 days', minimum: 0 }),
  /** Adopters at the end of each of the last 12 months, in UTC, oldest first. */
  growth: z
    .array(
      z.object({
        month: z.string().meta({ description: 'In UTC, such as 2026-11' }),
        adopters: z
          .number()
          .int()
          .meta({ description: 'Teams that were served by then', minimum: 0 }),
      }),
    )
    .meta({ description: 'Adopters at the end of each month, oldest first' }),
  /** Median days from the first ask of a team to its adoption; null without adopters. */
  medianDays: z.number().nullable().meta({
    description: 'Days from the first ask of a team to its adoption',
    minimum: 0,
  }),
  /**
   * The share of the adopters who were served when no manual step was left, 0 to
   * 1; null where that is not known of any.
   */
  withoutHands: z.number().nullable().meta({
    description: 'Adopters served when no manual step was left',
    minimum: 0,
    maximum: 1,
  }),
  satisfaction: z
    .object({
      /** Mean of the latest answer of each adopter, 1 to 5; null without one. */
      mean: z.number().nullable().meta({
        description: 'Mean of the last rating of each adopter',
        minimum: 1,
        maximum: 5,
      }),
      /** Number of adopters that answered. */
      teams: z
        .number()
        .int()
        .meta({ description: 'Adopters that answered', minimum: 0 }),
      /** All answers, those of teams that left included. */
      quarters: z
        .array(
          z.object({
            /** Such as 2026-Q4, in UTC. */
            quarter: z
              .string()
              .meta({ description: 'In UTC, such as 2026-Q4' }),
            mean: z.number().meta({
              description: 'Mean of the ratings of that quarter',
              minimum: 1,
              maximum: 5,
            }),
            teams: z
              .number()
              .int()
              .meta({ description: 'Teams that answered in it', minimum: 0 }),
          }),
        )
        .meta({ description: 'By quarter, oldest first' }),
    })
    .meta({ description: 'Ratings of the adopters, 1 to 5' }),
  teams: z
    .array(
      z.object({
        team: z.string().meta({ description: 'Ref of a Group' }),
        askedAt: z
          .string()
          .meta({ description: 'When the team first asked; ISO 8601 in UTC' }),
        adoptedAt: z
          .string()
          .meta({ description: 'When it was first served; ISO 8601 in UTC' }),
        /** Null where it is not known. */
        withoutHands: z.boolean().nullable().meta({
          description: 'No manual step was left; null where it is not known',
        }),
        /** The latest answer, 1 to 5. */
        score: z.number().int().nullable().meta({
          description: 'The last answer of the team; null without one',
          minimum: 1,
          maximum: 5,
        }),
        /** Note of the team; null for who neither owns nor approves. */
        note: z.string().nullable().meta({
          description:
            'Note of the team; null without one, and for callers who neither own the Pilot nor approve',
        }),
      }),
    )
    .meta({ description: 'Those of the adopters that the caller can see' }),
  /** Adopting teams of the caller that have not answered in this quarter. */
  due: z.array(z.string()).meta({
    description:
      'Adopting teams of the caller without an answer in this quarter',
  }),
  /** `rate` */
  can: canSchema.meta({
    description: 'By action: true, or the code of the reason against it',
  }),
});
/** Adoption of a Pilot; see {@link adoptionSchema}. @public */
export type Adoption = z.infer<typeof adoptionSchema>;

/**
 * The body of `PUT /pilots/{namespace}/{name}/satisfaction`: how well it works
 * for an adopting team; the last answer of a quarter counts.
 * @public
 */
export const rateSchema = z.strictObject({
  team: entityRefSchema({ kind: 'group' }).meta({
    description: 'Ref of an adopting Group that the caller belongs to',
  }),
  /** 1 poor to 5 great */
  score: z
    .number()
    .int()
    .min(1, 'must be 1 to 5')
    .max(5, 'must be 1 to 5')
    .meta({ description: '1 poor to 5 great' }),
  note: freeText(2000)
    .nullish()
    .meta({ description: 'For the owner, in the words of the team' }),
});
/** Rating as a client sends it; see {@link rateSchema}. @public */
export type Rate = z.input<typeof rateSchema>;
/** The parsed form of {@link Rate}. @public */
export type RateCommand = z.output<typeof rateSchema>;
