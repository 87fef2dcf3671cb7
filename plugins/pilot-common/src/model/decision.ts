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
import { pageOf } from './pageOf';

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
    .meta({ description: 'Teams that are adopters', minimum: 0 }),
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
      'True for callers who may not read readiness: gate, readiness and checks are left out',
  }),
  gate: gateSchema.nullable().meta({
    description: 'Gate to the next phase; null without one',
  }),
  /**
   * Conditions of the gate; null without one, and absent in what was recorded
   * before this was kept.
   */
  needs: gateNeedsSchema.nullish().meta({
    description:
      'Conditions of the gate; null without a gate, absent in older records',
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
          description: 'Dimension of readiness',
        }),
        score: z.number().nullable().meta({
          description: 'Score of the dimension; null without checks',
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
        question: z.string().meta({ description: 'Question of the check' }),
        verdict: openEnum(verdicts).meta({
          description: 'Verdict of the check',
        }),
      }),
    )
    .meta({ description: 'Verdict of each check' }),
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
        phase: openEnum(phases).meta({ description: 'Phase of the Pilot' }),
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
  id: z.string().meta({ description: 'Id of the decision' }),
  target: z.string().meta({ description: 'Entity ref, full and lower-case' }),
  /** `declared`: written in the catalog at first sight, decided by nobody. */
  type: openEnum(['approved', 'rejected', 'declared']).meta({
    description: 'Kind of the record',
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
    description: 'Phase afterwards',
  }),
  bypass: z.boolean().meta({
    description:
      'True for a proposal past a closed gate, of a Pilot that declares platform scale',
  }),
  at: z.string().meta({ description: 'When; ISO 8601 in UTC' }),
  /** User ref of who decided; null for a declared one. */
  by: z.string().nullable().meta({
    description:
      'User ref of the person who decided, or adopted a declared phase; null where nobody did',
  }),
  reason: z
    .string()
    .nullable()
    .meta({ description: 'Reason; the log keeps it' }),
  /** Proposer, time and reason; null for a declared one. */
  proposed: z
    .object({
      by: z.string().meta({
        description: 'User ref of the proposer',
      }),
      at: z.string().meta({ description: 'When; ISO 8601 in UTC' }),
      reason: z.string().meta({ description: 'Reason; the log keeps it' }),
    })
    .nullable()
    .meta({
      description: 'Proposer, time and reason; null without a proposal',
    }),
  /** As it was when it was decided; null for a declared one. */
  snapshot: decisionSnapshotSchema.nullable().meta({
    description: 'State of that day; null for a declared phase',
  }),
});

/** Recorded decision about a phase; see {@link decisionSchema}. @public */
export type Decision = z.infer<typeof decisionSchema>;

/**
 * The answer of `GET /pilots/{namespace}/{name}/decisions`, newest first.
 * @public
 */
export const decisionPageSchema = pageOf(decisionSchema);

/** Page of decisions; see {@link decisionPageSchema}. @public */
export type DecisionPage = z.infer<typeof decisionPageSchema>;

/**
 * The body of `POST /pilots/…/proposals/{id}/decision`.
 * @public
 */
export const decideSchema = z.strictObject({
  decision: z
    .enum(['approve', 'reject'])
    .meta({ description: 'Approve or reject' }),
  reason: requiredText(4000, 'say why; it is kept and never edited').meta({
    description: 'Reason; the log keeps it',
  }),
  /** The version of the proposal that it was made on. */
  version: z
    .number()
    .int()
    .min(1)
    .meta({ description: 'Version of the proposal that the approver saw' }),
});

/** Decision as a client sends it; see {@link decideSchema}. @public */
export type Decide = z.input<typeof decideSchema>;

/** The parsed form of {@link Decide}. @public */
export type DecideCommand = z.output<typeof decideSchema>;
