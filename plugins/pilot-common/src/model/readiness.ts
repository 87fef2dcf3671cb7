import { z } from 'zod';
import { checkIdSchema } from './check';
import {
  day,
  entityRefSchema,
  freeText,
  instant,
  requiredText,
  webAddress,
} from './fields';
import { gateSchema } from './gate';
import { canSchema } from './interest';
import { pagingShape, wordParameter } from './parameters';
import { openEnum } from './openEnum';
import { dimensions, phases, verdicts } from './vocabulary';

const answered = z.enum(['pass', 'fail']);

/**
 * The score of one dimension: the weight of what passes or is waived over the
 * weight of what applies.
 * @public
 */
export const dimensionScoreSchema = z.object({
  dimension: openEnum(dimensions),
  /** 0 to 1; null where no check applies. */
  score: z.number().nullable(),
  applicable: z.number().int(),
  passed: z.number().int(),
  waived: z.number().int(),
  failed: z.number().int(),
  unknown: z.number().int(),
});
/** What {@link dimensionScoreSchema} describes. @public */
export type DimensionScore = z.infer<typeof dimensionScoreSchema>;

/**
 * A check of one entity, with who answered it and until when that holds.
 * @public
 */
export const checkResultSchema = z.object({
  id: z.string(),
  dimension: openEnum(dimensions),
  question: z.string(),
  verdict: openEnum(verdicts),
  /** The phases that it is required for. */
  required: z.array(openEnum(phases)),
  weight: z.number(),
  /**
   * Who answered: `attestation`, `waiver`, `report`, or the name of the automatic
   * source; null where nobody ever did.
   */
  source: z.string().nullable(),
  /** How an answer comes about, in a sentence. */
  answer: z.string(),
  /** A URL. */
  evidence: z.string().nullable(),
  /** User ref of who attested or waived it, or who reported it. */
  by: z.string().nullable(),
  /** Why, in the words of whoever answered. */
  note: z.string().nullable(),
  /**
   * What an automatic source found depends on something that the caller cannot
   * see, or that the catalog does not have: to them it is not answered.
   */
  unseen: z.boolean().default(false),
  at: z.string().nullable(),
  /** When the answer lapses. */
  expiresAt: z.string().nullable(),
  /** The answer lapses within 30 days. */
  expiresSoon: z.boolean(),
  /** Of a check that is unknown now, or waived: what was answered last. */
  lastAnswer: z
    .object({
      verdict: openEnum(['pass', 'fail']),
      source: z.string(),
      by: z.string().nullable(),
      note: z.string().nullable(),
      evidence: z.string().nullable(),
      at: z.string(),
      expiresAt: z.string().nullable(),
      /** Why it lapsed before its day: the owner changed. */
      lapsed: openEnum(['ownerChanged']).nullable().optional(),
    })
    .nullable(),
  /** The attestation that stands, to revoke it by. */
  attestation: z.string().nullable(),
  /** The waiver that stands, to revoke it by. */
  waiver: z.string().nullable(),
  /** Days that an attestation holds at most; null where it cannot be attested. */
  attestationDays: z.number().int().nullable(),
  fix: z.object({
    text: z.string(),
    link: z.string().nullable(),
    /** Who can fix it: the ref of the owner; null where nobody owns it. */
    by: z.string().nullable(),
  }),
  /** `attest`, `waive`, `revokeAttestation`, `revokeWaiver` */
  can: canSchema,
});
/** What {@link checkResultSchema} describes. @public */
export type CheckResult = z.infer<typeof checkResultSchema>;

/**
 * The answer of `GET /readiness/{kind}/{namespace}/{name}`: what is missing
 * before others can build on an entity, and who said so.
 * @public
 */
export const readinessSchema = z.object({
  target: z.string(),
  asOf: z.string(),
  owner: z.string().nullable(),
  /** 0 to 1 over all checks that apply; null where none does. */
  score: z.number().nullable(),
  /** The dimension with the lowest score; null where no check applies. */
  weakest: openEnum(dimensions).nullable(),
  /** Its score, 0 to 1; null where no check applies. */
  weakestScore: z.number().nullable(),
  /** Of all that apply, those that nobody answered. */
  unknown: z.number().int(),
  dimensions: z.array(dimensionScoreSchema),
  /** Those to work on first, first; what does not apply last. */
  checks: z.array(checkResultSchema),
  /** Of Pilots before their last phase, for who may read interest. */
  gate: gateSchema.nullable(),
  /** When the automatic sources were last asked. */
  collectedAt: z.string().nullable(),
  /** The automatic sources that did not answer the last time. */
  silent: z.array(z.string()),
  /**
   * Pilots that the entity implements. What automatic sources find of it counts
   * for them too; what is signed or reported for it does not.
   */
  pilots: z.array(z.string()),
  /** The Groups whose members waive. */
  approvers: z.array(z.string()),
  /** Days that a waiver holds at most. */
  waiverDays: z.number().int(),
  /** Names the target in the messages of `changesChannel`. */
  watch: z.string(),
  /** `attest`, `waive`, `collect` */
  can: canSchema,
});
/** What {@link readinessSchema} describes. @public */
export type Readiness = z.infer<typeof readinessSchema>;

/**
 * Readiness in a list: overall and weakest, always together.
 * @public
 */
export const readinessSummarySchema = z.object({
  target: z.string(),
  score: z.number().nullable(),
  weakest: openEnum(dimensions).nullable(),
  /** 0 to 1 */
  weakestScore: z.number().nullable(),
  applicable: z.number().int(),
  unknown: z.number().int(),
  /** Attestations and waivers that lapse within 14 days. */
  expiring: z.number().int(),
});
/** What {@link readinessSummarySchema} describes. @public */
export type ReadinessSummary = z.infer<typeof readinessSummarySchema>;

/**
 * The body of `POST /readiness/by-refs`.
 * @public
 */
export const readinessByRefsSchema = z.strictObject({
  targets: z
    .array(entityRefSchema())
    .min(1)
    .max(300, 'must have at most 300 refs; ask in several requests'),
});
/** What {@link readinessByRefsSchema} describes, as it is sent. @public */
export type ReadinessByRefs = z.input<typeof readinessByRefsSchema>;

/**
 * The answer of `POST /readiness/by-refs`, in the order of the refs; `null` for
 * what does not exist, cannot be seen, or was never looked at.
 * @public
 */
export const readinessByRefsResultSchema = z.object({
  items: z.array(readinessSummarySchema.nullable()),
});
/** What {@link readinessByRefsResultSchema} describes. @public */
export type ReadinessByRefsResult = z.infer<typeof readinessByRefsResultSchema>;

/** A day means its end in UTC. */
const until = z.union([day, instant], {
  error: 'must be a date such as 2027-03-01',
});

/**
 * The body of `POST /readiness/…/attestations`: the owner's signed answer.
 * @public
 */
export const attestSchema = z.strictObject({
  check: checkIdSchema,
  verdict: answered,
  /** A link that a stranger could check. */
  evidence: webAddress,
  note: freeText(2000).nullish(),
  /** As long as the check allows, if absent. */
  expiresAt: until.optional(),
});
/** What {@link attestSchema} describes, as it is sent. @public */
export type Attest = z.input<typeof attestSchema>;
/** The parsed form of {@link Attest}. @public */
export type AttestCommand = z.output<typeof attestSchema>;

/**
 * The body of `POST /readiness/…/waivers`: an approver's exemption.
 * @public
 */
export const waiveSchema = z.strictObject({
  check: checkIdSchema,
  reason: requiredText(2000, 'say why it can wait; everyone sees it'),
  expiresAt: until,
});
/** What {@link waiveSchema} describes, as it is sent. @public */
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
      check: checkIdSchema,
      verdict: answered,
      evidence: webAddress.nullish(),
      note: freeText(2000).nullish(),
      /** When it was found out; now if absent. */
      at: instant.optional(),
    }),
  )
  .min(1, 'must have at least one result')
  .max(100, 'must have at most 100 results');
/** What {@link reportSchema} describes, as it is sent. @public */
export type Report = z.input<typeof reportSchema>;
/** The parsed form of {@link Report}. @public */
export type ReportCommand = z.output<typeof reportSchema>;

/**
 * The answer of `POST /readiness/…/results`.
 * @public
 */
export const reportedSchema = z.object({
  target: z.string(),
  /** How many results are new. */
  accepted: z.number().int(),
  /** How many were known already, or older than what is known. */
  unchanged: z.number().int(),
});
/** What {@link reportedSchema} describes. @public */
export type Reported = z.infer<typeof reportedSchema>;

/**
 * One line of what was ever said about the checks of an entity.
 * @public
 */
export const readinessLogEntrySchema = z.object({
  type: openEnum([
    'attested',
    'attestationRevoked',
    'waived',
    'waiverRevoked',
    'result',
  ]),
  check: z.string(),
  at: z.string(),
  /** User ref, or the service or source that answered. */
  by: z.string(),
  verdict: openEnum(['pass', 'fail', 'notApplicable']).nullable(),
  source: z.string().nullable(),
  evidence: z.string().nullable(),
  note: z.string().nullable(),
  expiresAt: z.string().nullable(),
});
/** What {@link readinessLogEntrySchema} describes. @public */
export type ReadinessLogEntry = z.infer<typeof readinessLogEntrySchema>;

/**
 * Which lines of the log of an entity to list.
 * @public
 */
export const readinessLogQuerySchema = z.object({
  check: wordParameter(100).optional().meta({
    description: 'Only about this check',
    example: 'headcount.two-operators',
  }),
  ...pagingShape,
});
/** What {@link readinessLogQuerySchema} describes, as it is sent. @public */
export interface ReadinessLogQuery
  extends z.input<typeof readinessLogQuerySchema> {}

/**
 * The answer of `GET /readiness/…/log`, newest first.
 * @public
 */
export const readinessLogSchema = z.object({
  items: z.array(readinessLogEntrySchema),
  nextCursor: z.string().optional(),
});
/** What {@link readinessLogSchema} describes. @public */
export type ReadinessLog = z.infer<typeof readinessLogSchema>;
