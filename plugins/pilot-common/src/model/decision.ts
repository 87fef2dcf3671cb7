import { z } from 'zod';
import { requiredText } from './fields';
import { gateNeedsSchema, gateSchema } from './gate';
import { openEnum } from './openEnum';
import {
  demandLevels,
  dimensions,
  phases,
  phaseTransitions,
  verdicts,
} from './vocabulary';

/**
 * Score, gate and readiness as they were on the day of a proposal or decision.
 * @public
 */
export const decisionSnapshotSchema = z.object({
  asOf: z.string().meta({
    description: 'The instant that the scores are exact for; ISO 8601 in UTC',
  }),
  /** 0 to 100 */
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
  interests: z
    .number()
    .int()
    .meta({ description: 'Interests that weigh in the score', minimum: 0 }),
  useCases: z.number().int().meta({
    description: 'Counted interests that describe a use case',
    minimum: 0,
  }),
  adopters: z
    .number()
    .int()
    .meta({ description: 'Teams that are served already', minimum: 0 }),
  /** Fingerprint of the demand policy in force then. */
  policy: z
    .string()
    .meta({ description: 'Fingerprint of the policy that made the score' }),
  /**
   * For who may not read readiness: gate, readiness and checks are left out here,
   * and may have been there.
   */
  readinessHidden: z.boolean().optional().meta({
    description:
      'True for who may not read readiness: gate, readiness and checks are left out, and may have been there',
  }),
  gate: gateSchema.nullable().meta({
    description: 'What stands before the next phase; null where there is none',
  }),
  /**
   * Conditions of the gate; null without one, and absent in what was recorded
   * before this was kept.
   */
  needs: gateNeedsSchema.nullish().meta({
    description:
      'What the gate asked for; null without one, absent where it was not kept yet',
  }),
  /** 0 to 1; null where no check applied. */
  readiness: z.number().nullable().meta({
    description: 'The readiness; null without checks',
    minimum: 0,
    maximum: 1,
  }),
  weakest: openEnum(dimensions)
    .nullable()
    .meta({ description: 'The dimension with the lowest score' }),
  dimensions: z
    .array(
      z.object({
        dimension: openEnum(dimensions).meta({
          description: 'Which dimension',
        }),
        score: z.number().nullable().meta({
          description: 'Of the dimension; null without checks',
          minimum: 0,
          maximum: 1,
        }),
      }),
    )
    .meta({ description: 'The score of each dimension' }),
  checks: z
    .array(
      z.object({
        id: z.string().meta({ description: 'Id of the check' }),
        question: z.string().meta({ description: 'What was asked' }),
        verdict: openEnum(verdicts).meta({ description: 'What it came to' }),
      }),
    )
    .meta({ description: 'What each check came to' }),
});

/** Facts behind a decision; see {@link decisionSnapshotSchema}. @public */
export type DecisionSnapshot = z.infer<typeof decisionSnapshotSchema>;

/**
 * The answer of `POST /pilots/declared-phases`.
 * @public
 */
export const adoptedPhasesSchema = z.object({
  /** The Pilots whose declared phase was adopted now. */
  adopted: z
    .array(
      z.object({
        target: z
          .string()
          .meta({ description: 'Entity ref, full and lower-case' }),
        phase: openEnum(phases).meta({ description: 'Of Pilots' }),
      }),
    )
    .meta({ description: 'The Pilots whose declared phase was adopted now' }),
});

/**
 * Declared phases that were adopted; see {@link adoptedPhasesSchema}.
 * @public
 */
export type AdoptedPhases = z.infer<typeof adoptedPhasesSchema>;

/**
 * A recorded change of phase, or a recorded refusal of one. It is never edited.
 * @public
 */
export const decisionSchema = z.object({
  id: z.string().meta({ description: 'Of the decision' }),
  target: z.string().meta({ description: 'Entity ref, full and lower-case' }),
  /** `declared`: written in the catalog at first sight, decided by nobody. */
  type: openEnum(['approved', 'rejected', 'declared']).meta({
    description: 'What it came to',
  }),
  /** The phase before; null for a declared one. */
  from: openEnum(phases)
    .nullable()
    .meta({ description: 'The phase before; null for a declared one' }),
  to: openEnum(phaseTransitions).meta({
    description: 'The phase that was proposed',
  }),
  /** The phase that held afterwards. */
  phase: openEnum(phases).meta({
    description: 'The phase that held afterwards',
  }),
  bypass: z
    .boolean()
    .meta({ description: 'Past a closed gate, as declared platform-scale' }),
  at: z.string().meta({ description: 'When; ISO 8601 in UTC' }),
  /** User ref of who decided; null for a declared one. */
  by: z
    .string()
    .nullable()
    .meta({ description: 'User ref of who decided; null for a declared one' }),
  reason: z
    .string()
    .nullable()
    .meta({ description: 'Why; it is kept in the log' }),
  /** Proposer, time and reason; null for a declared one. */
  proposed: z
    .object({
      by: z.string().meta({
        description: 'User ref of who did it; null where authors are not shown',
      }),
      at: z.string().meta({ description: 'When; ISO 8601 in UTC' }),
      reason: z.string().meta({ description: 'Why; it is kept in the log' }),
    })
    .nullable()
    .meta({
      description: 'Who proposed it, when and why; null where nobody did',
    }),
  /** As it was when it was decided; null for a declared one. */
  snapshot: decisionSnapshotSchema.nullable().meta({
    description: 'As it was on that day; null where it was not decided',
  }),
});

/** Recorded decision about a phase; see {@link decisionSchema}. @public */
export type Decision = z.infer<typeof decisionSchema>;

/**
 * The answer of `GET /pilots/{namespace}/{name}/decisions`, newest first.
 * @public
 */
export const decisionPageSchema = z.object({
  items: z.array(decisionSchema).meta({ description: 'The rows' }),
  nextCursor: z
    .string()
    .optional()
    .meta({ description: 'For the next page; only its absence ends the list' }),
});

/** Page of decisions; see {@link decisionPageSchema}. @public */
export type DecisionPage = z.infer<typeof decisionPageSchema>;

/**
 * The body of `POST /pilots/…/proposals/{id}/decision`.
 * @public
 */
export const decideSchema = z.strictObject({
  decision: z
    .enum(['approve', 'reject'])
    .meta({ description: 'Whether to approve or to reject' }),
  reason: requiredText(4000, 'say why; it is kept and never edited').meta({
    description: 'Why; it is kept in the log',
  }),
  /** The version of the proposal that it was made on. */
  version: z
    .number()
    .int()
    .min(1)
    .meta({ description: 'The version of the proposal that it was made on' }),
});

/** Decision as a client sends it; see {@link decideSchema}. @public */
export type Decide = z.input<typeof decideSchema>;

/** The parsed form of {@link Decide}. @public */
export type DecideCommand = z.output<typeof decideSchema>;
