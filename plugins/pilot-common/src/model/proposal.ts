import { z } from 'zod';
import { requiredText } from './fields';
import { canSchema } from './interest';
import { openEnum } from './openEnum';
import { phases, phaseTransitions } from './vocabulary';
import { decisionSnapshotSchema } from './decision';

/**
 * A phase change that somebody proposed.
 * @public
 */
export const proposalSchema = z.object({
  id: z.string().meta({ description: 'Of the proposal' }),
  target: z.string().meta({ description: 'Entity ref, full and lower-case' }),
  /** The phase that it was made in. */
  from: openEnum(phases).meta({ description: 'The phase that it was made in' }),
  to: openEnum(phaseTransitions).meta({
    description: 'The phase that is proposed',
  }),
  reason: z.string().meta({ description: 'Why; it is kept in the log' }),
  /** Proposed as platform-scale, past a closed gate. */
  bypass: z
    .boolean()
    .meta({ description: 'Past a closed gate, as declared platform-scale' }),
  state: openEnum(['open', 'approved', 'rejected', 'withdrawn']).meta({
    description: 'Where the proposal stands',
  }),
  /** User ref of who proposed it. */
  by: z.string().meta({ description: 'User ref of who proposed it' }),
  at: z.string().meta({ description: 'When; ISO 8601 in UTC' }),
  version: z.number().int().meta({
    description: 'Grows with each change; what an answer was made on',
  }),
  /** As it was when it was proposed. */
  snapshot: decisionSnapshotSchema,
  /** Changes since, while it is open. */
  changed: z
    .array(
      z.object({
        code: openEnum([
          'score',
          'teams',
          'useCases',
          'readiness',
          'left',
        ]).meta({ description: 'What changed' }),
        was: z
          .number()
          .nullable()
          .meta({ description: 'When it was proposed' }),
        is: z.number().nullable().meta({ description: 'Now' }),
      }),
    )
    .meta({
      description: 'What is not any more as it was when it was proposed',
    }),
  /** `decide`, `withdraw` */
  can: canSchema.meta({
    description: 'By action: true, or the code of the reason why not',
  }),
});

/** Proposed change of phase; see {@link proposalSchema}. @public */
export type Proposal = z.infer<typeof proposalSchema>;

/**
 * The body of `POST /pilots/{namespace}/{name}/proposals`.
 * @public
 */
export const proposeSchema = z
  .strictObject({
    to: z.enum(phaseTransitions).meta({
      description: 'A phase, or reopen for the one that demand derives',
    }),
    reason: requiredText(4000, 'say why now; the decision keeps it').meta({
      description: 'Why now; the decision keeps it',
    }),
    /** Past a closed gate to build-out, for a Pilot that declares `platformScale`. */
    bypass: z
      .boolean()
      .optional()
      .meta({ description: 'Past a closed gate, as declared platform-scale' }),
    /** The version of the Pilot that it was made on; any if absent. */
    version: z
      .number()
      .int()
      .min(0)
      .optional()
      .meta({ description: 'The version of the Pilot that it was made on' }),
  })
  .refine(({ to, bypass }) => !bypass || to === 'build-out', {
    path: ['bypass'],
    error: 'is for build-out alone: what launch needs is waived check by check',
  });

/** Proposal as a client sends it; see {@link proposeSchema}. @public */
export type Propose = z.input<typeof proposeSchema>;

/** The parsed form of {@link Propose}. @public */
export type ProposeCommand = z.output<typeof proposeSchema>;
