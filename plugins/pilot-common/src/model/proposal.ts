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
  id: z.string().meta({ description: 'Id of the proposal' }),
  target: z.string().meta({ description: 'Entity ref, full and lower-case' }),
  /** The phase that it was made in. */
  from: openEnum(phases).meta({
    description: 'Phase at the time of the proposal',
  }),
  to: openEnum(phaseTransitions).meta({
    description: 'The phase that is proposed',
  }),
  reason: z.string().meta({ description: 'Reason; the log keeps it' }),
  /** Proposed as platform-scale, past a closed gate. */
  bypass: z.boolean().meta({
    description:
      'True for a proposal past a closed gate, of a Pilot that declares platform scale',
  }),
  state: openEnum(['open', 'approved', 'rejected', 'withdrawn']).meta({
    description: 'State of the proposal',
  }),
  /** User ref of who proposed it. */
  by: z.string().meta({ description: 'User ref of the proposer' }),
  at: z.string().meta({ description: 'When; ISO 8601 in UTC' }),
  version: z.number().int().meta({
    description: 'Version, which grows with each change',
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
        ]).meta({ description: 'Value that changed' }),
        was: z
          .number()
          .nullable()
          .meta({ description: 'Value at the time of the proposal' }),
        is: z.number().nullable().meta({ description: 'Present value' }),
      }),
    )
    .meta({
      description: 'Changes since the proposal',
    }),
  /** `decide`, `withdraw` */
  can: canSchema.meta({
    description: 'By action: true, or the code of the reason against it',
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
      description: 'A phase, or reopen for the phase that follows from demand',
    }),
    reason: requiredText(4000, 'say why now; the decision keeps it').meta({
      description: 'Reason; the decision keeps it',
    }),
    /** Past a closed gate to build-out, for a Pilot that declares `platformScale`. */
    bypass: z.boolean().optional().meta({
      description:
        'True for a proposal past a closed gate, of a Pilot that declares platform scale',
    }),
    /** The version of the Pilot that it was made on; any if absent. */
    version: z
      .number()
      .int()
      .min(0)
      .optional()
      .meta({ description: 'Version of the Pilot that the proposer saw' }),
  })
  .refine(({ to, bypass }) => !bypass || to === 'build-out', {
    path: ['bypass'],
    error: 'is for build-out alone: what launch needs is waived check by check',
  });

/** Proposal as a client sends it; see {@link proposeSchema}. @public */
export type Propose = z.input<typeof proposeSchema>;

/** The parsed form of {@link Propose}. @public */
export type ProposeCommand = z.output<typeof proposeSchema>;
