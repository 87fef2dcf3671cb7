import { z } from 'zod';
import { openEnum, openUnion } from './openEnum';
import { demandLevels, phases } from './vocabulary';

/**
 * Something that explains a bend in a demand's curve.
 * @public
 */
export const demandMarkerSchema = openUnion('type', [
  z.object({
    type: z.literal('phase'),
    at: z.string(),
    phase: openEnum(phases),
    /** Declared in the catalog at first sight, and not decided. */
    declared: z.boolean().optional(),
    /** Decided by an approver; with neither, it follows from demand. */
    decided: z.boolean().optional(),
  }),
  /** Since then another policy makes the scores. */
  z.object({ type: z.literal('policy'), at: z.string(), policy: z.string() }),
  /** A team became an adopter. */
  z.object({ type: z.literal('adoption'), at: z.string(), team: z.string() }),
  /** The interest of another target was moved here. */
  z.object({ type: z.literal('merge'), at: z.string(), target: z.string() }),
]);
/** What {@link demandMarkerSchema} describes. @public */
export type DemandMarker = z.infer<typeof demandMarkerSchema>;

/**
 * How a demand came to be: the answer of `GET /demand/…/history`.
 * @public
 */
export const demandHistorySchema = z.object({
  target: z.string(),
  from: z.string(),
  to: z.string(),
  /** Days between two points. */
  step: z.number().int(),
  points: z.array(
    z.object({
      at: z.string(),
      /** 0 to 100 */
      score: z.number(),
      level: openEnum(demandLevels),
      /** Fingerprint of the policy in force then. */
      policy: z.string(),
    }),
  ),
  markers: z.array(demandMarkerSchema),
  /** The same in a few numbers, for a sentence. */
  summary: z.object({
    first: z.number(),
    last: z.number(),
    /** When the first interest was recorded, if any was. */
    since: z.string().nullable(),
    policyChanges: z.array(z.string()),
  }),
});
/** What {@link demandHistorySchema} describes. @public */
export type DemandHistory = z.infer<typeof demandHistorySchema>;
