import { z } from 'zod';
import { openEnum } from './openEnum';
import { refParameter } from './parameters';
import { canSchema } from './interest';
import { requiredText } from './fields';
import { similarReasonSchema, member } from './similar';

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
          description: 'Code of the reason',
        }),
        team: z.string().meta({ description: 'Ref of a Group' }),
        target: z
          .string()
          .meta({ description: 'Entity ref, full and lower-case' }),
        interest: z.string().meta({ description: 'Its id' }),
        at: z.string().meta({ description: 'When; ISO 8601 in UTC' }),
      }),
    )
    .meta({ description: 'Teams that build, have built or buy their own' }),
  /** Distinct teams with counted interest in any member. */
  teams: z
    .number()
    .int()
    .meta({ description: 'Distinct teams with counted interest', minimum: 0 }),
  dismissed: z
    .object({
      id: z
        .string()
        .meta({ description: 'Id of the dismissal, for withdrawing it' }),
      by: z.string().nullable().meta({
        description:
          'User ref of the person who dismissed it; null where authors are not shown',
      }),
      at: z.string().meta({ description: 'When; ISO 8601 in UTC' }),
      reason: z.string().meta({ description: 'Reason; the log keeps it' }),
    })
    .nullable()
    .meta({
      description: 'The dismissal; null without one',
    }),
  /** `dismiss`, `merge` */
  can: canSchema.meta({
    description: 'By action: true, or the code of the reason against it',
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
    description: 'Reason; the log keeps it',
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
  id: z
    .string()
    .meta({ description: 'Id of the dismissal, for withdrawing it' }),
});
