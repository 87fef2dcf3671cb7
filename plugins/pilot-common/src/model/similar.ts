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
  z.object({ code: z.literal('capability'), capability: z.string() }),
  /** The shared words that tell most. */
  z.object({ code: z.literal('words'), words: z.array(z.string()) }),
]);
/** What {@link similarReasonSchema} describes. @public */
export type SimilarReason = z.infer<typeof similarReasonSchema>;

const member = {
  target: z.string(),
  title: z.string().nullable(),
  kind: z.string(),
  owner: z.string().nullable(),
  phase: openEnum(phases).nullable(),
  score: z.number(),
  level: openEnum(demandLevels),
  teams: z.number().int(),
};

/**
 * The answer of `GET /similar`, most similar first.
 * @public
 */
export const similarSchema = z.object({
  items: z.array(
    z.object({
      ...member,
      /** 0 to 1 */
      similarity: z.number(),
      reasons: z.array(similarReasonSchema),
    }),
  ),
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
  key: z.string(),
  reasons: z.array(similarReasonSchema),
  members: z.array(z.object(member)),
  /** Teams that build, have built or buy their own. */
  otherwise: z.array(
    z.object({
      code: openEnum(['build-own', 'built-own', 'buy']),
      team: z.string(),
      target: z.string(),
      interest: z.string(),
      at: z.string(),
    }),
  ),
  /** Distinct teams with counted interest in any member. */
  teams: z.number().int(),
  dismissed: z
    .object({
      id: z.string(),
      by: z.string().nullable(),
      at: z.string(),
      reason: z.string(),
    })
    .nullable(),
  /** `dismiss`, `merge` */
  can: canSchema,
});
/** What {@link fragmentationGroupSchema} describes. @public */
export type FragmentationGroup = z.infer<typeof fragmentationGroupSchema>;

/**
 * The answer of `GET /fragmentation`, most teams first.
 * @public
 */
export const fragmentationSchema = z.object({
  groups: z.array(fragmentationGroupSchema),
});
/** What {@link fragmentationSchema} describes. @public */
export type Fragmentation = z.infer<typeof fragmentationSchema>;

/**
 * The body of `POST /fragmentation/dismissals`: not a duplicate.
 * @public
 */
export const dismissSchema = z.strictObject({
  key: z.string().regex(/^[a-f0-9]{8,64}$/, 'must be the key of a group'),
  reason: requiredText(2000, 'say why it is no duplicate'),
});
/** What {@link dismissSchema} describes, as it is sent. @public */
export type Dismiss = z.input<typeof dismissSchema>;

/**
 * The answer of `POST /fragmentation/dismissals`.
 * @public
 */
export const dismissedSchema = z.object({ id: z.string() });

/**
 * The body of `POST /merges`: moves all interest of one target to another.
 * @public
 */
export const mergeSchema = z
  .strictObject({
    from: entityRefSchema(),
    into: entityRefSchema(),
    reason: requiredText(2000, 'say why; the log keeps it'),
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
  from: z.string(),
  into: z.string(),
  /** How many interests were moved; 0 where it was merged before. */
  moved: z.number().int(),
});
/** What {@link mergeResultSchema} describes. @public */
export type MergeResult = z.infer<typeof mergeResultSchema>;

/**
 * The answer of `GET /orphans`: interest in what the catalog no longer knows.
 * @public
 */
export const orphanPageSchema = z.object({
  items: z.array(
    z.object({
      target: z.string(),
      title: z.string().nullable(),
      goneAt: z.string(),
      interests: z.number().int(),
      teams: z.number().int(),
    }),
  ),
  nextCursor: z.string().optional(),
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
    from: entityRefSchema({ kind: 'group' }),
    into: entityRefSchema({ kind: 'group' }),
    reason: moveReason,
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
    from: entityRefSchema({ kind: 'user' }),
    into: entityRefSchema({ kind: 'user' }),
    reason: moveReason,
  })
  .refine(({ from, into }) => from !== into, another);
/** What {@link movePersonSchema} describes, as it is sent. @public */
export type MovePerson = z.input<typeof movePersonSchema>;

/**
 * The answer of `GET /orphans/teams`: teams that the catalog no longer knows.
 * @public
 */
export const orphanedTeamPageSchema = z.object({
  items: z.array(
    z.object({
      team: z.string(),
      goneAt: z.string(),
      interests: z.number().int(),
      targets: z.number().int(),
    }),
  ),
  nextCursor: z.string().optional(),
});
/** What {@link orphanedTeamPageSchema} describes. @public */
export type OrphanedTeamPage = z.infer<typeof orphanedTeamPageSchema>;

/**
 * The answer of `GET /orphans/persons`: authors whom the catalog does not know.
 * @public
 */
export const orphanedPersonPageSchema = z.object({
  items: z.array(
    z.object({
      person: z.string(),
      interests: z.number().int(),
      targets: z.number().int(),
    }),
  ),
  nextCursor: z.string().optional(),
});
/** What {@link orphanedPersonPageSchema} describes. @public */
export type OrphanedPersonPage = z.infer<typeof orphanedPersonPageSchema>;
