import { z } from 'zod';
import { entityRefSchema, requiredText } from './fields';

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
      description: 'Reason; the log keeps it',
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
    .meta({ description: 'Number of interests moved', minimum: 0 }),
});

/** Result of a merge; see {@link mergeResultSchema}. @public */
export type MergeResult = z.infer<typeof mergeResultSchema>;
