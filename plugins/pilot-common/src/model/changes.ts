import { z } from 'zod';

/**
 * The signals channel that says whose demand changed.
 * @public
 */
export const changesChannel = 'pilot:changes';

/**
 * A message of {@link changesChannel}. It names targets by the `watch` of their
 * demand, which says nothing to whoever cannot see the target.
 * @public
 */
export const changesSignalSchema = z.object({ watch: z.array(z.string()) });
/** What {@link changesSignalSchema} describes. @public */
export type ChangesSignal = z.infer<typeof changesSignalSchema>;

/**
 * The events topic on which every recorded change of an interest is told, for
 * other backends. Subscribers see all of it: it never leaves the backends.
 * @public
 */
export const interestTopic = 'pilot.interest';

/**
 * The payload of {@link interestTopic}. It names no person.
 * @public
 */
export const interestEventSchema = z.object({
  type: z.enum([
    'recorded',
    'changed',
    'confirmed',
    'status',
    'withdrawn',
    'reopened',
    'moved',
  ]),
  interest: z.string(),
  target: z.string(),
  team: z.string(),
  status: z.string(),
  at: z.string(),
});
/** What {@link interestEventSchema} describes. @public */
export type InterestEvent = z.infer<typeof interestEventSchema>;
