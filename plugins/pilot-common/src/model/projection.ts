import { z } from 'zod';
import { demandLevels, phases } from './vocabulary';

/**
 * Interest in a target as the catalog shows it: teams and not persons.
 * @public
 */
export const projectionRowSchema = z.object({
  target: z.string(),
  /** The number of the last change; higher is newer. */
  seq: z.number().int(),
  /** Teams with an interest that is neither withdrawn nor declined. */
  teams: z.array(z.string()),
  adopters: z.array(z.string()),
  /** Of Pilots only; absent where only a newer version knows it. */
  phase: z.enum(phases).optional().catch(undefined),
  /** Of Pilots only; absent where only a newer version knows it. */
  level: z.enum(demandLevels).optional().catch(undefined),
});
/** Row of the projection; see {@link projectionRowSchema}. @public */
export type ProjectionRow = z.infer<typeof projectionRowSchema>;

/**
 * The answer of `GET /internal/projection?since=&epoch=`.
 * @public
 */
export const projectionPageSchema = z.object({
  /** New after a restore or rebuild; a reader that holds another one loads everything again. */
  epoch: z.string(),
  /** Up to which number this page reaches. */
  sequence: z.number().int(),
  /** There is a next page: ask again from `sequence`. */
  more: z.boolean(),
  /** The highest number that any reader has refreshed in the catalog. */
  acknowledged: z.number().int(),
  changes: z.array(projectionRowSchema),
});
/** Page of the projection; see {@link projectionPageSchema}. @public */
export type ProjectionPage = z.infer<typeof projectionPageSchema>;

/**
 * The events topic that wakes the readers of the projection.
 * @public
 */
export const projectionTopic = 'pilot.projection';

/**
 * The payload of {@link projectionTopic}: the projection has changes up to `sequence`.
 * @public
 */
export const projectionEventSchema = z.object({ sequence: z.number().int() });
/** Event about the projection; see {@link projectionEventSchema}. @public */
export type ProjectionEvent = z.infer<typeof projectionEventSchema>;
