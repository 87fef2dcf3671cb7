import { z } from 'zod';
import { openEnum } from './openEnum';
import { phases, phaseTransitions } from './vocabulary';

/**
 * The signals channel that says whose demand changed.
 * @public
 */
export const changesChannel = 'pilot:changes';

/**
 * A message of {@link changesChannel}. It names targets by the `watch` of their
 * demand, which says nothing to whoever cannot see the target: the day in UTC, a
 * dot, and a name that changes with the day.
 * @public
 */
export const changesSignalSchema = z.object({ watch: z.array(z.string()) });
/** Message about changed targets; see {@link changesSignalSchema}. @public */
export type ChangesSignal = z.infer<typeof changesSignalSchema>;

/**
 * The events topic on which every recorded change of an interest is told, for
 * other backends. Subscribers see all of it: it never leaves the backends.
 * @public
 */
export const interestTopic = 'pilot.interest';

/**
 * The payload of {@link interestTopic}. It names no person.
 * @public
 */
export const interestEventSchema = z.object({
  type: openEnum([
    'recorded',
    'changed',
    'confirmed',
    'status',
    'withdrawn',
    'reopened',
    'moved',
  ]),
  interest: z.string(),
  target: z.string(),
  team: z.string(),
  status: z.string(),
  at: z.string(),
});
/** Event about an interest; see {@link interestEventSchema}. @public */
export type InterestEvent = z.infer<typeof interestEventSchema>;

/**
 * The events topic on which every change of an answer to a check is told.
 * @public
 */
export const readinessTopic = 'pilot.readiness';

/**
 * The payload of {@link readinessTopic}. It names no person.
 * @public
 */
export const readinessEventSchema = z.object({
  type: openEnum([
    'attested',
    'attestationRevoked',
    'waived',
    'waiverRevoked',
    'result',
  ]),
  target: z.string(),
  check: z.string(),
  /** Null where an answer was taken back or waived. */
  verdict: openEnum(['pass', 'fail', 'notApplicable']).nullable(),
  at: z.string(),
});
/** Event about readiness; see {@link readinessEventSchema}. @public */
export type ReadinessEvent = z.infer<typeof readinessEventSchema>;

/**
 * The events topic on which proposals and decisions are told.
 * @public
 */
export const decisionTopic = 'pilot.decision';

/**
 * The payload of {@link decisionTopic}. It names no person.
 * @public
 */
export const decisionEventSchema = z.object({
  type: openEnum(['proposed', 'withdrawn', 'approved', 'rejected']),
  proposal: z.string(),
  target: z.string(),
  from: openEnum(phases),
  to: openEnum(phaseTransitions),
  /** The phase that holds afterwards. */
  phase: openEnum(phases),
  at: z.string(),
});
/** Event about a decision; see {@link decisionEventSchema}. @public */
export type DecisionEvent = z.infer<typeof decisionEventSchema>;

/**
 * The events topic on which it is told how well Pilots work for teams.
 * @public
 */
export const satisfactionTopic = 'pilot.satisfaction';

/**
 * The payload of {@link satisfactionTopic}. It names no person, and has no note.
 * @public
 */
export const satisfactionEventSchema = z.object({
  target: z.string(),
  /** Ref of the Group that it works for so well. */
  team: z.string(),
  /** Such as 2026-Q4, in UTC. */
  quarter: z.string(),
  /** 1 poor to 5 great */
  score: z.number().int(),
  at: z.string(),
});
/** Event about a rating; see {@link satisfactionEventSchema}. @public */
export type SatisfactionEvent = z.infer<typeof satisfactionEventSchema>;
