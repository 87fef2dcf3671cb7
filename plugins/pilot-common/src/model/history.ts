import { z } from 'zod';
import { openEnum, openUnion } from './openEnum';
import { demandLevels, phases } from './vocabulary';

/**
 * Something that explains a bend in a demand's curve.
 * @public
 */
export const demandMarkerSchema = openUnion('type', [
  z.object({
    type: z.literal('phase').meta({ description: 'Type of the marker' }),
    at: z.string().meta({ description: 'When; ISO 8601 in UTC' }),
    phase: openEnum(phases).meta({ description: 'Phase of the Pilot' }),
    /** Declared in the catalog at first sight, and not decided. */
    declared: z.boolean().optional().meta({
      description: 'Declared in the catalog at first sight, and not decided',
    }),
    /** Decided by an approver; with neither, it follows from demand. */
    decided: z
      .boolean()
      .optional()
      .meta({ description: 'Decided by an approver' }),
  }),
  /** Since then another policy makes the scores. */
  z.object({
    type: z.literal('policy').meta({ description: 'Type of the marker' }),
    at: z.string().meta({ description: 'When; ISO 8601 in UTC' }),
    policy: z
      .string()
      .meta({ description: 'Fingerprint of the policy that made the score' }),
  }),
  /** A team became an adopter. */
  z.object({
    type: z.literal('adoption').meta({ description: 'Type of the marker' }),
    at: z.string().meta({ description: 'When; ISO 8601 in UTC' }),
    team: z.string().meta({ description: 'Ref of a Group' }),
  }),
  /** The interest of another target was moved here. */
  z.object({
    type: z.literal('merge').meta({ description: 'Type of the marker' }),
    at: z.string().meta({ description: 'When; ISO 8601 in UTC' }),
    target: z.string().meta({ description: 'Entity ref, full and lower-case' }),
  }),
]);
/** Marker of a bend in a curve; see {@link demandMarkerSchema}. @public */
export type DemandMarker = z.infer<typeof demandMarkerSchema>;

/**
 * History of a demand: the answer of `GET /demand/…/history`.
 * @public
 */
export const demandHistorySchema = z.object({
  target: z.string().meta({ description: 'Entity ref, full and lower-case' }),
  from: z.string().meta({ description: 'The first day' }),
  to: z.string().meta({ description: 'The last day' }),
  /** Days between two points. */
  step: z
    .number()
    .int()
    .meta({ description: 'Days between two points', minimum: 1 }),
  points: z
    .array(
      z.object({
        at: z.string().meta({ description: 'When; ISO 8601 in UTC' }),
        /** 0 to 100 */
        score: z.number().meta({
          description: 'The demand; never 100 itself',
          minimum: 0,
          maximum: 100,
        }),
        level: openEnum(demandLevels).meta({
          description: 'The score in a word',
        }),
        /** Fingerprint of the policy in force then. */
        policy: z.string().meta({
          description: 'Fingerprint of the policy that made the score',
        }),
      }),
    )
    .meta({ description: 'The scores, oldest first' }),
  markers: z
    .array(demandMarkerSchema)
    .meta({ description: 'Events that explain the curve' }),
  /** The same in a few numbers, for a sentence. */
  summary: z
    .object({
      first: z
        .number()
        .meta({ description: 'The first score', minimum: 0, maximum: 100 }),
      last: z
        .number()
        .meta({ description: 'The last score', minimum: 0, maximum: 100 }),
      /** Time when the first interest was recorded, if any was. */
      since: z.string().nullable().meta({
        description:
          'When the first interest was recorded; null if none was; ISO 8601 in UTC',
      }),
      policyChanges: z
        .array(z.string())
        .meta({ description: 'When the policy changed; ISO 8601 in UTC' }),
    })
    .meta({ description: 'The same in a few numbers' }),
});
/** History of a demand; see {@link demandHistorySchema}. @public */
export type DemandHistory = z.infer<typeof demandHistorySchema>;
