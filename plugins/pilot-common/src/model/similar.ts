import { z } from 'zod';
import { openEnum, openUnion } from './openEnum';
import { refParameter, wordParameter } from './parameters';
import { demandLevels, phases } from './vocabulary';
import { canSchema } from './interest';
import { entityRefSchema, requiredText } from './fields';

/**
 * Reason why two targets look alike.
 * @public
 */
export const similarReasonSchema = openUnion('code', [
  z.object({
    code: z
      .literal('capability')
      .meta({ description: 'Names the reason or the suggestion' }),
    capability: z
      .string()
      .meta({ description: 'The capability that they share' }),
  }),
  /** The shared words that tell most. */
  z.object({
    code: z
      .literal('words')
      .meta({ description: 'Names the reason or the suggestion' }),
    words: z
      .array(z.string())
      .meta({ description: 'The shared words that tell most' }),
  }),
]);
/**
 * Reason why two targets look alike; see {@link similarReasonSchema}.
 * @public
 */
export type SimilarReason = z.infer<typeof similarReasonSchema>;

const member = {
  target: z.string().meta({ description: 'Entity ref, full and lower-case' }),
  title: z
    .string()
    .nullable()
    .meta({ description: 'As the catalog shows it; null where it has none' }),
  kind: z.string().meta({ description: 'Kind of the target' }),
  owner: z.string().nullable().meta({
    description: 'Ref of a Group or User; null where the catalog has none',
  }),
  phase: openEnum(phases).nullable().meta({ description: 'Of Pilots' }),
  score: z.number().meta({
    description: 'The demand; never 100 itself',
    minimum: 0,
    maximum: 100,
  }),
  level: openEnum(demandLevels).meta({ description: 'The score in a word' }),
  teams: z
    .number()
    .int()
    .meta({ description: 'Distinct teams with counted interest', minimum: 0 }),
};

/**
 * The answer of `GET /similar`, most similar first.
 * @public
 */
export const similarSchema = z.object({
  items: z
    .array(
      z.object({
        ...member,
        /** 0 to 1 */
        similarity: z
          .number()
          .meta({ description: 'How much alike', minimum: 0, maximum: 1 }),
        reasons: z
          .array(similarReasonSchema)
          .meta({ description: 'Why they look alike' }),
      }),
    )
    .meta({ description: 'The rows' }),
});
/** Targets that look alike; see {@link similarSchema}. @public */
export type Similar = z.infer<typeof similarSchema>;

/**
 * Subject to look for: something like a target, or like words that are being
 * typed.
 * @public
 */
export const similarQuerySchema = z.object({
  /** Entity ref. */
  target: refParameter().optional().meta({
    description: 'Like this entity',
    example: 'pilot:default/file-drop',
  }),
  title: wordParameter(200)
    .optional()
    .meta({ description: 'Like this title', example: 'Partner file drop' }),
  text: wordParameter(4000).optional().meta({
    description: 'Like this description or problem',
    example: 'Partners wait days for their extracts',
  }),
  capability: wordParameter(63).optional().meta({
    description: 'With this capability, a slug such as data-sharing',
    example: 'data-sharing',
  }),
  /** 1 to 20; 5 if absent. */
  limit: z
    .int()
    .min(1)
    .max(20)
    .default(5)
    .meta({ description: 'How many at most, 1 to 20', example: 5 }),
});
/** Subject as a client sends it; see {@link similarQuerySchema}. @public */
export interface SimilarQuery extends z.input<typeof similarQuerySchema> {}

/**
 * Conditions on the groups of similar targets to list.
 * @public
 */
export const fragmentationQuerySchema = z.object({
  target: refParameter().optional().meta({
    description: 'Only groups with this entity',
    example: 'pilot:default/delta-sharing',
  }),
  /** Also groups that were dismissed. */
  dismissed: z
    .boolean()
    .optional()
    .meta({ description: 'Also groups that were dismissed', example: true }),
});
/**
 * Conditions as a client sends them; see {@link fragmentationQuerySchema}.
 * @public
 */
export interface FragmentationQuery
  extends z.input<typeof fragmentationQuerySchema> {}

/**
 * Targets that teams are about to build twice, and what says so.
 * @public
 */
export const fragmentationGroupSchema = z.object({
  /** Names the group as long as the same targets are in it. */
  key: z.string().meta({
    description: 'Names a group as long as the same targets are in it',
  }),
  reasons: z
    .array(similarReasonSchema)
    .meta({ description: 'Why they look alike' }),
  members: z
    .array(z.object(member))
    .meta({ description: 'The targets that look alike' }),
  /** Teams that build, have built or buy their own. */
  otherwise: z
    .array(
      z.object({
        code: openEnum(['build-own', 'built-own', 'buy']).meta({
          description: 'Names the reason or the suggestion',
        }),
        team: z.string().meta({ description: 'Ref of a Group' }),
        target: z
          .string()
          .meta({ description: 'Entity ref, full and lower-case' }),
        interest: z.string().meta({ description: 'Its id' }),
        at: z.string().meta({ description: 'When; ISO 8601 in UTC' }),
      }),
    )
    .meta({ description: 'Who builds, has built or buys their own' }),
  /** Distinct teams with counted interest in any member. */
  teams: z
    .number()
    .int()
    .meta({ description: 'Distinct teams with counted interest', minimum: 0 }),
  dismissed: z
    .object({
      id: z
        .string()
        .meta({ description: 'Of the dismissal, to take it back by' }),
      by: z.string().nullable().meta({
        description: 'User ref of who did it; null where authors are not shown',
      }),
      at: z.string().meta({ description: 'When; ISO 8601 in UTC' }),
      reason: z.string().meta({ description: 'Why; it is kept in the log' }),
    })
    .nullable()
    .meta({
      description: 'Who said that it is no duplicate; null where nobody has',
    }),
  /** `dismiss`, `merge` */
  can: canSchema.meta({
    description: 'By action: true, or the code of the reason why not',
  }),
});
/** Targets that look alike; see {@link fragmentationGroupSchema}. @public */
export type FragmentationGroup = z.infer<typeof fragmentationGroupSchema>;

/**
 * The answer of `GET /fragmentation`, most teams first.
 * @public
 */
export const fragmentationSchema = z.object({
  groups: z.array(fragmentationGroupSchema).meta({
    description:
      'Targets that teams are about to build twice, most teams first',
  }),
});
/**
 * Groups of targets that look alike; see {@link fragmentationSchema}.
 * @public
 */
export type Fragmentation = z.infer<typeof fragmentationSchema>;

/**
 * The body of `POST /fragmentation/dismissals`: not a duplicate.
 * @public
 */
export const dismissSchema = z.strictObject({
  key: z
    .string()
    .regex(/^[a-f0-9]{8,64}$/, 'must be the key of a group')
    .meta({
      description: 'Names a group as long as the same targets are in it',
    }),
  reason: requiredText(2000, 'say why it is no duplicate').meta({
    description: 'Why; it is kept in the log',
  }),
});
/**
 * Dismissal of a group as a client sends it; see {@link dismissSchema}.
 * @public
 */
export type Dismiss = z.input<typeof dismissSchema>;

/**
 * The answer of `POST /fragmentation/dismissals`.
 * @public
 */
export const dismissedSchema = z.object({
  id: z.string().meta({ description: 'Of the dismissal, to take it back by' }),
});

/**
 * The body of `POST /merges`: moves all interest of one target to another.
 * @public
 */
export const mergeSchema = z
  .strictObject({
    from: entityRefSchema().meta({
      description: 'The target that gives its interest',
    }),
    into: entityRefSchema().meta({
      description: 'The target that gets the interest',
    }),
    reason: requiredText(2000, 'say why; the log keeps it').meta({
      description: 'Why; it is kept in the log',
    }),
  })
  .refine(({ from, into }) => from !== into, {
    path: ['into'],
    error: 'must be another target than from',
  });
/** Merge as a client asks for it; see {@link mergeSchema}. @public */
export type Merge = z.input<typeof mergeSchema>;

/**
 * The answer of `POST /merges`.
 * @public
 */
export const mergeResultSchema = z.object({
  from: z.string().meta({ description: 'The target that gives its interest' }),
  into: z.string().meta({ description: 'The target that gets the interest' }),
  /** Number of moved interests; 0 where it was merged before. */
  moved: z
    .number()
    .int()
    .meta({ description: 'How many interests were moved', minimum: 0 }),
});
/** Result of a merge; see {@link mergeResultSchema}. @public */
export type MergeResult = z.infer<typeof mergeResultSchema>;

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

const another = {
  path: ['into'],
  error: 'must be another ref than from',
};
const moveReason = requiredText(2000, 'say why; the log keeps it');

/**
 * The body of `POST /merges/teams`: moves everything of a renamed team.
 * @public
 */
export const moveTeamSchema = z
  .strictObject({
    from: entityRefSchema({ kind: 'group' }).meta({
      description: 'The target that gives its interest',
    }),
    into: entityRefSchema({ kind: 'group' }).meta({
      description: 'The target that gets the interest',
    }),
    reason: moveReason.meta({ description: 'Why; it is kept in the log' }),
  })
  .refine(({ from, into }) => from !== into, another);
/**
 * Renaming of a team as a client sends it; see {@link moveTeamSchema}.
 * @public
 */
export type MoveTeam = z.input<typeof moveTeamSchema>;

/**
 * The body of `POST /merges/persons`: moves everything of a renamed person.
 * @public
 */
export const movePersonSchema = z
  .strictObject({
    from: entityRefSchema({ kind: 'user' }).meta({
      description: 'The target that gives its interest',
    }),
    into: entityRefSchema({ kind: 'user' }).meta({
      description: 'The target that gets the interest',
    }),
    reason: moveReason.meta({ description: 'Why; it is kept in the log' }),
  })
  .refine(({ from, into }) => from !== into, another);
/**
 * Renaming of a person as a client sends it; see {@link movePersonSchema}.
 * @public
 */
export type MovePerson = z.input<typeof movePersonSchema>;

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
