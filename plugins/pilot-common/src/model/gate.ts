import { z } from 'zod';
import { openEnum, openUnion } from './openEnum';

/**
 * One thing that is left before a gate opens: a check, or a number that is not
 * reached.
 * @public
 */
export const gateLeftSchema = openUnion('code', [
  z.object({
    code: z.literal('check').meta({ description: 'Code of the condition' }),
    check: z.string().meta({ description: 'Id of the check' }),
  }),
  z.object({
    code: z
      .enum(['teams', 'authors', 'useCases', 'score'])
      .meta({ description: 'Code of the condition' }),
    value: z.number().meta({ description: 'Present number', minimum: 0 }),
    needed: z
      .number()
      .meta({ description: 'Number that is needed', minimum: 0 }),
  }),
]);
/** Condition left before a gate opens; see {@link gateLeftSchema}. @public */
export type GateLeft = z.infer<typeof gateLeftSchema>;

/**
 * The conditions of the next phase, and what is left of them.
 * @public
 */
export const gateSchema = z.object({
  to: openEnum(['build-out', 'platform']).meta({
    description: 'The next phase',
  }),
  open: z.boolean().meta({ description: 'Nothing is left before it' }),
  left: z.array(gateLeftSchema).meta({
    description: 'Conditions that are left',
  }),
});
/** Gate to the next phase; see {@link gateSchema}. @public */
export type Gate = z.infer<typeof gateSchema>;

/**
 * Conditions of the gate to build-out: everything about it that an operator can
 * set.
 * @public
 */
export const gatePolicySchema = z.strictObject({
  'build-out': z
    .strictObject({
      /** Teams with counted interest, each by an author of its own. */
      teams: z
        .number()
        .int()
        .min(0)
        .meta({ description: 'Distinct teams with counted interest' }),
      /** Counted interests that describe a use case. */
      useCases: z
        .number()
        .int()
        .min(0)
        .meta({ description: 'Counted interests that describe a use case' }),
      /** 0 to 100 */
      score: z
        .number()
        .min(0)
        .lt(100)
        .meta({ description: 'The demand; never 100 itself', maximum: 100 }),
    })
    .meta({ description: 'Before a Pilot is invested in' }),
});
/**
 * Conditions that an operator can set; see {@link gatePolicySchema}.
 * @public
 */
export type GatePolicy = z.infer<typeof gatePolicySchema>;

/** The numbers as they are answered or kept, by a newer backend perhaps. */
const answeredNumbers = z.object(gatePolicySchema.shape['build-out'].shape);

/** The same as it is answered or kept. */
export const answeredGatesSchema = z.object({
  'build-out': answeredNumbers.meta({
    description: 'Before a Pilot is invested in',
  }),
});

/**
 * Conditions of a gate, whether it is reached or not: a policy that changes
 * later does not change what was asked for then.
 * @public
 */
export const gateNeedsSchema = z.object({
  /** Null for the gate to `platform`, which looks at checks alone. */
  numbers: answeredNumbers
    .nullable()
    .meta({ description: 'The numbers; null where it looked at checks alone' }),
  /** Ids of the required checks that apply. */
  checks: z
    .array(z.string())
    .meta({ description: 'Ids of the required checks that applied' }),
});
/** Conditions of a gate; see {@link gateNeedsSchema}. @public */
export type GateNeeds = z.infer<typeof gateNeedsSchema>;

/**
 * The gates that hold when the operator sets nothing.
 * @public
 */
export const defaultGatePolicy: GatePolicy = {
  'build-out': { teams: 3, useCases: 3, score: 40 },
};
