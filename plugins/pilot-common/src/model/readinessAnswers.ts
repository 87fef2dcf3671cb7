import { z } from 'zod';
import { checkIdSchema } from './check';
import { day, freeText, instant, requiredText, webAddress } from './fields';

const answered = z.enum(['pass', 'fail']);

/** A day means its end in UTC. */
const until = z.union([day, instant], {
  error: 'must be a date such as 2027-03-01',
});

/**
 * The body of `POST /readiness/…/attestations`: the owner's signed answer.
 * @public
 */
export const attestSchema = z.strictObject({
  check: checkIdSchema.meta({ description: 'Id of the check' }),
  verdict: answered.meta({ description: 'pass, or fail for not yet' }),
  /** A link that a stranger could check. */
  evidence: webAddress.meta({
    description: 'A link that a stranger could check',
  }),
  note: freeText(2000).nullish().meta({ description: 'Note for readers' }),
  /** As long as the check allows, if absent. */
  expiresAt: until.optional().meta({
    description:
      'A day, until whose end in UTC it holds, or an instant; as long as the check allows, if absent',
  }),
});

/** Attestation as a client sends it; see {@link attestSchema}. @public */
export type Attest = z.input<typeof attestSchema>;

/** The parsed form of {@link Attest}. @public */
export type AttestCommand = z.output<typeof attestSchema>;

/**
 * The body of `POST /readiness/…/waivers`: an approver's exemption.
 * @public
 */
export const waiveSchema = z.strictObject({
  check: checkIdSchema.meta({ description: 'Id of the check' }),
  reason: requiredText(2000, 'say why it can wait; everyone sees it').meta({
    description: 'Why it can wait; everyone sees it',
  }),
  expiresAt: until.meta({
    description: 'A day, until whose end in UTC it holds, or an instant',
  }),
});

/** Waiver as a client sends it; see {@link waiveSchema}. @public */
export type Waive = z.input<typeof waiveSchema>;

/** The parsed form of {@link Waive}. @public */
export type WaiveCommand = z.output<typeof waiveSchema>;

/**
 * The body of `POST /readiness/…/results`: what CI or another plugin found out.
 * @public
 */
export const reportSchema = z
  .array(
    z.strictObject({
      check: checkIdSchema.meta({ description: 'Id of the check' }),
      verdict: answered.meta({ description: 'pass or fail' }),
      evidence: webAddress
        .nullish()
        .meta({ description: 'A URL; null without one' }),
      note: freeText(2000)
        .nullish()
        .meta({ description: 'Why, in a sentence' }),
      /** Time when it was found out; now if absent. */
      at: instant.optional().meta({
        description: 'Time of the result; now if absent; ISO 8601 in UTC',
      }),
    }),
  )
  .min(1, 'must have at least one result')
  .max(100, 'must have at most 100 results');

/** Results as a client reports them; see {@link reportSchema}. @public */
export type Report = z.input<typeof reportSchema>;

/** The parsed form of {@link Report}. @public */
export type ReportCommand = z.output<typeof reportSchema>;

/**
 * The answer of `POST /readiness/…/results`.
 * @public
 */
export const reportedSchema = z.object({
  target: z.string().meta({ description: 'Entity ref, full and lower-case' }),
  /** Number of new results. */
  accepted: z
    .number()
    .int()
    .meta({ description: 'Number of new results', minimum: 0 }),
  /**
   * Number of results that were known already, or are older than what is known.
   */
  unchanged: z.number().int().meta({
    description:
      'Number of results that were known, or older than the last known one',
    minimum: 0,
  }),
});

/** Answer to reported results; see {@link reportedSchema}. @public */
export type Reported = z.infer<typeof reportedSchema>;
