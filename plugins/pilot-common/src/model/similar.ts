import { z } from 'zod';
import { openEnum, openUnion } from './openEnum';
import { refParameter, wordParameter } from './parameters';
import { demandLevels, phases } from './vocabulary';

/**
 * Reason why two targets look alike.
 * @public
 */
export const similarReasonSchema = openUnion('code', [
  z.object({
    code: z.literal('capability').meta({ description: 'Code of the reason' }),
    capability: z
      .string()
      .meta({ description: 'The capability that they share' }),
  }),
  /** The shared words that tell most. */
  z.object({
    code: z.literal('words').meta({ description: 'Code of the reason' }),
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

export const member = {
  target: z.string().meta({ description: 'Entity ref, full and lower-case' }),
  title: z
    .string()
    .nullable()
    .meta({ description: 'As the catalog shows it; null where it has none' }),
  kind: z.string().meta({ description: 'Kind of the target' }),
  owner: z.string().nullable().meta({
    description: 'Ref of a Group or User; null where the catalog has none',
  }),
  phase: openEnum(phases)
    .nullable()
    .meta({ description: 'Phase of a Pilot; null for other kinds' }),
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
          .meta({ description: 'Similarity', minimum: 0, maximum: 1 }),
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
    .meta({ description: 'Maximum number, 1 to 20', example: 5 }),
});

/** Subject as a client sends it; see {@link similarQuerySchema}. @public */
export interface SimilarQuery extends z.input<typeof similarQuerySchema> {}
