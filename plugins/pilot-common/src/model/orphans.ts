import { z } from 'zod';

/**
 * The answer of `GET /orphans`: interest in what the catalog no longer knows.
 * @public
 */
export const orphanPageSchema = z.object({
  items: z
    .array(
      z.object({
        target: z
          .string()
          .meta({ description: 'Entity ref, full and lower-case' }),
        title: z.string().nullable().meta({
          description: 'As the catalog shows it; null where it has none',
        }),
        goneAt: z.string().meta({
          description:
            'When the catalog was first seen without it; ISO 8601 in UTC',
        }),
        interests: z
          .number()
          .int()
          .meta({ description: 'Interests that are kept', minimum: 0 }),
        teams: z.number().int().meta({
          description: 'Distinct teams with counted interest',
          minimum: 0,
        }),
      }),
    )
    .meta({ description: 'The rows' }),
  nextCursor: z
    .string()
    .optional()
    .meta({ description: 'For the next page; only its absence ends the list' }),
});

/** Page of orphaned targets; see {@link orphanPageSchema}. @public */
export type OrphanPage = z.infer<typeof orphanPageSchema>;

/**
 * The answer of `GET /orphans/teams`: teams that the catalog no longer knows.
 * @public
 */
export const orphanedTeamPageSchema = z.object({
  items: z
    .array(
      z.object({
        team: z.string().meta({ description: 'Ref of a Group' }),
        goneAt: z.string().meta({
          description:
            'When the catalog was first seen without it; ISO 8601 in UTC',
        }),
        interests: z
          .number()
          .int()
          .meta({ description: 'Interests that are kept', minimum: 0 }),
        targets: z
          .number()
          .int()
          .meta({ description: 'Targets that it is in', minimum: 0 }),
      }),
    )
    .meta({ description: 'The rows' }),
  nextCursor: z
    .string()
    .optional()
    .meta({ description: 'For the next page; only its absence ends the list' }),
});

/** Page of orphaned teams; see {@link orphanedTeamPageSchema}. @public */
export type OrphanedTeamPage = z.infer<typeof orphanedTeamPageSchema>;

/**
 * The answer of `GET /orphans/persons`: authors whom the catalog does not know.
 * @public
 */
export const orphanedPersonPageSchema = z.object({
  items: z
    .array(
      z.object({
        person: z.string().meta({ description: 'User ref' }),
        interests: z
          .number()
          .int()
          .meta({ description: 'Interests that are kept', minimum: 0 }),
        targets: z
          .number()
          .int()
          .meta({ description: 'Targets that it is in', minimum: 0 }),
      }),
    )
    .meta({ description: 'The rows' }),
  nextCursor: z
    .string()
    .optional()
    .meta({ description: 'For the next page; only its absence ends the list' }),
});

/** Page of orphaned persons; see {@link orphanedPersonPageSchema}. @public */
export type OrphanedPersonPage = z.infer<typeof orphanedPersonPageSchema>;
