import { z } from 'zod';
import { pageOf } from './pageOf';

const goneAt = z.string().meta({
  description: 'When the catalog was first seen without it; ISO 8601 in UTC',
});
const interests = z
  .number()
  .int()
  .meta({ description: 'Interests that are kept', minimum: 0 });
const targets = z
  .number()
  .int()
  .meta({ description: 'Targets that it is in', minimum: 0 });

/**
 * The answer of `GET /orphans`: interest in what the catalog no longer knows.
 * @public
 */
export const orphanPageSchema = pageOf(
  z.object({
    target: z.string().meta({ description: 'Entity ref, full and lower-case' }),
    title: z.string().nullable().meta({
      description: 'As the catalog shows it; null where it has none',
    }),
    goneAt,
    interests,
    teams: z.number().int().meta({
      description: 'Distinct teams with counted interest',
      minimum: 0,
    }),
  }),
);

/** Page of orphaned targets; see {@link orphanPageSchema}. @public */
export type OrphanPage = z.infer<typeof orphanPageSchema>;

/**
 * The answer of `GET /orphans/teams`: teams that the catalog no longer knows.
 * @public
 */
export const orphanedTeamPageSchema = pageOf(
  z.object({
    team: z.string().meta({ description: 'Ref of a Group' }),
    goneAt,
    interests,
    targets,
  }),
);

/** Page of orphaned teams; see {@link orphanedTeamPageSchema}. @public */
export type OrphanedTeamPage = z.infer<typeof orphanedTeamPageSchema>;

/**
 * The answer of `GET /orphans/persons`: authors whom the catalog does not know.
 * @public
 */
export const orphanedPersonPageSchema = pageOf(
  z.object({
    person: z.string().meta({ description: 'User ref' }),
    interests,
    targets,
  }),
);

/** Page of orphaned persons; see {@link orphanedPersonPageSchema}. @public */
export type OrphanedPersonPage = z.infer<typeof orphanedPersonPageSchema>;
