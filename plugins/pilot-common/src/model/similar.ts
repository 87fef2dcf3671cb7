import { z } from 'zod';
import { openEnum, openUnion } from './openEnum';
import { refParameter, wordParameter } from './parameters';
import { demandLevels, phases } from './vocabulary';
import { canSchema } from './interest';
import { entityRefSchema, requiredText } from './fields';

/**
 * Why two targets look alike.
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
/** What {@link similarReasonSchema} describes. @public */
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
/** What {@link similarSchema} describes. @public */
export type Similar = z.infer<typeof similarSchema>;

/**
 * What to look for: something like a target, or like words that are being typed.
 * @public
 */
export const similarQuerySchema = z.object({
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
  capability: wordParameter(63)
    .optional()
    .meta({ description: 'With this capability', example: 'data-sharing' }),
  limit: z
    .int()
    .min(1)
    .max(20)
    .default(5)
    .meta({ description: 'How many at most, 1 to 20', example: 5 }),
});
/** What {@link similarQuerySchema} describes, as it is sent. @public */
export interface SimilarQuery extends z.input<typeof similarQuerySchema> {}

/**
 * Which groups of targets to list that look alike.
 * @public
 */
export const fragmentationQuerySchema = z.object({
  target: refParameter().optional().meta({
    description: 'Only groups with this entity',
    example: 'pilot:default/delta-sharing',
  }),
  dismissed: z
    .boolean()
    .optional()
    .meta({ description: 'Also groups that were dismissed', example: true }),
});
/** What {@link fragmentationQuerySchema} describes, as it is sent. @public */
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
/** What {@link fragmentationGroupSchema} describes. @public */
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
/** What {@link fragmentationSchema} describes. @public */
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
/** What {@link dismissSchema} describes, as it is sent. @public */
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
/** What {@link mergeSchema} describes, as it is sent. @public */
export type Merge = z.input<typeof mergeSchema>;

/**
 * The answer of `POST /merges`.
 * @public
 */
export const mergeResultSchema = z.object({
  from: z.string().meta({ description: 'The target that gives its interest' }),
  into: z.string().meta({ description: 'The target that gets the interest' }),
  /** How many interests were moved; 0 where it was merged before. */
  moved: z
    .number()
    .int()
    .meta({ description: 'How many interests were moved', minimum: 0 }),
});
/** What {@link mergeResultSchema} describes. @public */
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
/** What {@link orphanPageSchema} describes. @public */
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
/** What {@link moveTeamSchema} describes, as it is sent. @public */
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
/** What {@link movePersonSchema} describes, as it is sent. @public */
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
/** What {@link orphanedTeamPageSchema} describes. @public */
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
/** What {@link orphanedPersonPageSchema} describes. @public */
export type OrphanedPersonPage = z.infer<typeof orphanedPersonPageSchema>;
