import { z } from 'zod';
import { openEnum, openUnion } from './openEnum';

/**
 * One thing that is left before a gate opens: a check, or a number that is not
 * reached.
 * @public
 */
export const gateLeftSchema = openUnion('code', [
  z.object({ code: z.literal('check'), check: z.string() }),
  z.object({
    code: z.enum(['teams', 'authors', 'useCases', 'score']),
    value: z.number(),
    needed: z.number(),
  }),
]);
/** What {@link gateLeftSchema} describes. @public */
export type GateLeft = z.infer<typeof gateLeftSchema>;

/**
 * The conditions of the next phase, and what is left of them.
 * @public
 */
export const gateSchema = z.object({
  to: openEnum(['build-out', 'platform']),
  open: z.boolean(),
  left: z.array(gateLeftSchema),
});
/** What {@link gateSchema} describes. @public */
export type Gate = z.infer<typeof gateSchema>;

/**
 * What the gate to build-out asks for: everything about it that an operator can
 * set.
 * @public
 */
export const gatePolicySchema = z.strictObject({
  'build-out': z.strictObject({
    /** Teams with counted interest, each by an author of its own. */
    teams: z.number().int().min(0),
    /** Counted interests that describe a use case. */
    useCases: z.number().int().min(0),
    /** 0 to 100 */
    score: z.number().min(0).lt(100),
  }),
});
/** What {@link gatePolicySchema} describes. @public */
export type GatePolicy = z.infer<typeof gatePolicySchema>;

/** The same as it is answered or kept, by a newer backend perhaps. */
export const answeredGatesSchema = z.object({
  'build-out': z.object(gatePolicySchema.shape['build-out'].shape),
});

/**
 * What a gate asks for, whether it is reached or not: a policy that changes later
 * does not change what was asked for then.
 * @public
 */
export const gateNeedsSchema = z.object({
  /** Null for the gate to `platform`, which looks at checks alone. */
  numbers: answeredGatesSchema.shape['build-out'].nullable(),
  /** Ids of the required checks that apply. */
  checks: z.array(z.string()),
});
/** What {@link gateNeedsSchema} describes. @public */
export type GateNeeds = z.infer<typeof gateNeedsSchema>;

/**
 * The gates that hold when the operator sets nothing.
 * @public
 */
export const defaultGatePolicy: GatePolicy = {
  'build-out': { teams: 3, useCases: 3, score: 40 },
};
