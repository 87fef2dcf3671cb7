import { z } from 'zod';
import { requiredText } from './fields';
import { gateNeedsSchema, gateSchema } from './gate';
import { canSchema } from './interest';
import { openEnum } from './openEnum';
import {
  demandLevels,
  dimensions,
  phases,
  phaseTransitions,
  recommendations,
  verdicts,
} from './vocabulary';

/**
 * What is recommended for a Pilot, and why: advice that enables nothing.
 * @public
 */
export const recommendationSchema = z.object({
  code: openEnum(recommendations),
  reasons: z.array(
    z.object({
      code: openEnum([
        'gateMet',
        'gateMissing',
        'platformScale',
        'noDemand',
        'demandFaded',
        'fewPeople',
        'oneOperator',
        'handOffStated',
        'nothingLeft',
        'thingsLeft',
        'demandFell',
        'notAdopted',
        'checksLapsed',
        'unsatisfied',
        'newInterest',
        'stayedSmall',
        'isRetired',
        'isHealthy',
      ]),
      /** What the reason counts: things left, teams, days, or a mean. */
      value: z.number().optional(),
      /** What it would have to be. */
      needed: z.number().optional(),
    }),
  ),
});
/** What {@link recommendationSchema} describes. @public */
export type Recommendation = z.infer<typeof recommendationSchema>;

/**
 * Score, gate and readiness as they were on the day of a proposal or decision.
 * @public
 */
export const decisionSnapshotSchema = z.object({
  asOf: z.string(),
  /** 0 to 100 */
  score: z.number(),
  level: openEnum(demandLevels),
  teams: z.number().int(),
  interests: z.number().int(),
  useCases: z.number().int(),
  adopters: z.number().int(),
  /** Fingerprint of the demand policy in force then. */
  policy: z.string(),
  /**
   * For who may not read readiness: gate, readiness and checks are left out here,
   * and may have been there.
   */
  readinessHidden: z.boolean().optional(),
  gate: gateSchema.nullable(),
  /**
   * What the gate asked for; null without one, and absent in what was recorded
   * before this was kept.
   */
  needs: gateNeedsSchema.nullish(),
  /** 0 to 1; null where no check applied. */
  readiness: z.number().nullable(),
  weakest: openEnum(dimensions).nullable(),
  dimensions: z.array(
    z.object({
      dimension: openEnum(dimensions),
      score: z.number().nullable(),
    }),
  ),
  checks: z.array(
    z.object({
      id: z.string(),
      question: z.string(),
      verdict: openEnum(verdicts),
    }),
  ),
});
/** What {@link decisionSnapshotSchema} describes. @public */
export type DecisionSnapshot = z.infer<typeof decisionSnapshotSchema>;

/**
 * The answer of `POST /pilots/declared-phases`.
 * @public
 */
export const adoptedPhasesSchema = z.object({
  /** The Pilots whose declared phase was adopted now. */
  adopted: z.array(z.object({ target: z.string(), phase: openEnum(phases) })),
});
/** What {@link adoptedPhasesSchema} describes. @public */
export type AdoptedPhases = z.infer<typeof adoptedPhasesSchema>;

/**
 * A phase change that somebody proposed.
 * @public
 */
export const proposalSchema = z.object({
  id: z.string(),
  target: z.string(),
  /** The phase that it was made in. */
  from: openEnum(phases),
  to: openEnum(phaseTransitions),
  reason: z.string(),
  /** Proposed as platform-scale, past a closed gate. */
  bypass: z.boolean(),
  state: openEnum(['open', 'approved', 'rejected', 'withdrawn']),
  /** User ref of who proposed it. */
  by: z.string(),
  at: z.string(),
  version: z.number().int(),
  /** As it was when it was proposed. */
  snapshot: decisionSnapshotSchema,
  /** What changed since, while it is open. */
  changed: z.array(
    z.object({
      code: openEnum(['score', 'teams', 'useCases', 'readiness', 'left']),
      was: z.number().nullable(),
      is: z.number().nullable(),
    }),
  ),
  /** `decide`, `withdraw` */
  can: canSchema,
});
/** What {@link proposalSchema} describes. @public */
export type Proposal = z.infer<typeof proposalSchema>;

/**
 * A recorded change of phase, or a recorded refusal of one. It is never edited.
 * @public
 */
export const decisionSchema = z.object({
  id: z.string(),
  target: z.string(),
  /** `declared`: written in the catalog at first sight, decided by nobody. */
  type: openEnum(['approved', 'rejected', 'declared']),
  /** The phase before; null for a declared one. */
  from: openEnum(phases).nullable(),
  to: openEnum(phaseTransitions),
  /** The phase that held afterwards. */
  phase: openEnum(phases),
  bypass: z.boolean(),
  at: z.string(),
  /** User ref of who decided; null for a declared one. */
  by: z.string().nullable(),
  reason: z.string().nullable(),
  /** Who proposed it, when and why; null for a declared one. */
  proposed: z
    .object({ by: z.string(), at: z.string(), reason: z.string() })
    .nullable(),
  /** As it was when it was decided; null for a declared one. */
  snapshot: decisionSnapshotSchema.nullable(),
});
/** What {@link decisionSchema} describes. @public */
export type Decision = z.infer<typeof decisionSchema>;

/**
 * The answer of `GET /pilots/{namespace}/{name}/decisions`, newest first.
 * @public
 */
export const decisionPageSchema = z.object({
  items: z.array(decisionSchema),
  nextCursor: z.string().optional(),
});
/** What {@link decisionPageSchema} describes. @public */
export type DecisionPage = z.infer<typeof decisionPageSchema>;

/**
 * The body of `POST /pilots/{namespace}/{name}/proposals`.
 * @public
 */
export const proposeSchema = z
  .strictObject({
    to: z.enum(phaseTransitions),
    reason: requiredText(4000, 'say why now; the decision keeps it'),
    /** Past a closed gate to build-out, for a Pilot that declares `platformScale`. */
    bypass: z.boolean().optional(),
    /** The version of the Pilot that it was made on; any if absent. */
    version: z.number().int().min(0).optional(),
  })
  .refine(({ to, bypass }) => !bypass || to === 'build-out', {
    path: ['bypass'],
    error: 'is for build-out alone: what launch needs is waived check by check',
  });
/** What {@link proposeSchema} describes, as it is sent. @public */
export type Propose = z.input<typeof proposeSchema>;
/** The parsed form of {@link Propose}. @public */
export type ProposeCommand = z.output<typeof proposeSchema>;

/**
 * The body of `POST /pilots/…/proposals/{id}/decision`.
 * @public
 */
export const decideSchema = z.strictObject({
  decision: z.enum(['approve', 'reject']),
  reason: requiredText(4000, 'say why; it is kept and never edited'),
  /** The version of the proposal that it was made on. */
  version: z.number().int().min(1),
});
/** What {@link decideSchema} describes, as it is sent. @public */
export type Decide = z.input<typeof decideSchema>;
/** The parsed form of {@link Decide}. @public */
export type DecideCommand = z.output<typeof decideSchema>;
