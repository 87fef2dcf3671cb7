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
  dimension: openEnum(dimensions).meta({ description: 'Which dimension' }),
  /** 0 to 1; null where no check applies. */
  score: z.number().nullable().meta({
    description: 'Of the dimension; null without checks',
    minimum: 0,
    maximum: 1,
  }),
  applicable: z
    .number()
    .int()
    .meta({ description: 'Checks that apply', minimum: 0 }),
  passed: z
    .number()
    .int()
    .meta({ description: 'Checks that pass', minimum: 0 }),
  waived: z
    .number()
    .int()
    .meta({ description: 'Checks that are waived', minimum: 0 }),
  failed: z
    .number()
    .int()
    .meta({ description: 'Checks that fail', minimum: 0 }),
  unknown: z
    .number()
    .int()
    .meta({ description: 'Checks that nobody answered', minimum: 0 }),
});
/** Score of one dimension; see {@link dimensionScoreSchema}. @public */
export type DimensionScore = z.infer<typeof dimensionScoreSchema>;

/**
 * A check of one entity, with who answered it and until when that holds.
 * @public
 */
export const checkResultSchema = z.object({
  id: z.string().meta({ description: 'Id of the check' }),
  dimension: openEnum(dimensions).meta({
    description: 'What the check is about',
  }),
  question: z.string().meta({ description: 'What was asked' }),
  verdict: openEnum(verdicts).meta({ description: 'What it came to' }),
  /** The phases that it is required for. */
  required: z.array(openEnum(phases)).meta({
    description: 'The phases that cannot begin before it passes or is waived',
  }),
  weight: z.number().meta({ description: 'What it counts', minimum: 0 }),
  /**
   * Source of the answer: `attestation`, `waiver`, `report`, or the name of the
   * automatic source; null where nobody ever answered.
   */
  source: z
    .string()
    .nullable()
    .meta({ description: 'Where they were counted, such as a forum' }),
  /** Sentence on how an answer comes about. */
  answer: z.string().meta({ description: 'How an answer comes about' }),
  /** A URL. */
  evidence: z
    .string()
    .nullable()
    .meta({ description: 'A URL; null without one' }),
  /** User ref of who attested or waived it, or who reported it. */
  by: z.string().nullable().meta({
    description:
      'User ref of who signed, or who reported; null for an automatic answer',
  }),
  /** Reason in the words of whoever answered. */
  note: z
    .string()
    .nullable()
    .meta({ description: 'Why, in the words of whoever answered' }),
  /**
   * True where what an automatic source found depends on something that the
   * caller cannot see, or that the catalog does not have: to them it is not
   * answered.
   */
  unseen: z.boolean().default(false).meta({
    description:
      'What an automatic source found depends on something that you cannot see, or that the catalog does not have; to you it is not answered',
  }),
  at: z
    .string()
    .nullable()
    .meta({ description: 'When it was answered; ISO 8601 in UTC' }),
  /** Time when the answer lapses. */
  expiresAt: z
    .string()
    .nullable()
    .meta({ description: 'When the answer lapses; ISO 8601 in UTC' }),
  /** The answer lapses within 30 days. */
  expiresSoon: z.boolean().meta({
    description: 'An answer that a person signed lapses within 30 days',
  }),
  /** Of a check that is unknown now, or waived: what was answered last. */
  lastAnswer: z
    .object({
      verdict: openEnum(['pass', 'fail']).meta({
        description: 'What was answered last',
      }),
      source: z
        .string()
        .meta({ description: 'Where they were counted, such as a forum' }),
      by: z.string().nullable().meta({
        description:
          'User ref of who signed, or who reported; null for an automatic answer',
      }),
      note: z
        .string()
        .nullable()
        .meta({ description: 'Why, in the words of whoever answered' }),
      evidence: z
        .string()
        .nullable()
        .meta({ description: 'A URL; null without one' }),
      at: z
        .string()
        .meta({ description: 'When it was answered; ISO 8601 in UTC' }),
      expiresAt: z
        .string()
        .nullable()
        .meta({ description: 'When the answer lapses; ISO 8601 in UTC' }),
      /** Reason why it lapsed before its day: the owner changed. */
      lapsed: openEnum(['ownerChanged']).nullable().optional().meta({
        description:
          'ownerChanged where another owner came after it was signed; null otherwise',
      }),
    })
    .nullable()
    .meta({
      description:
        'Of a check that is unknown or waived: what was answered last',
    }),
  /** The attestation that stands, to revoke it by. */
  attestation: z
    .string()
    .nullable()
    .meta({ description: 'The one that stands, to revoke it by' }),
  /** The waiver that stands, to revoke it by. */
  waiver: z
    .string()
    .nullable()
    .meta({ description: 'The one that stands, to revoke it by' }),
  /** Days that an attestation holds at most; null where it cannot be attested. */
  attestationDays: z.number().int().nullable().meta({
    description: 'Days that an attestation holds at most; null without any',
  }),
  fix: z
    .object({
      text: z.string().meta({ description: 'In a sentence' }),
      link: z
        .string()
        .nullable()
        .meta({ description: 'Where; null where there is no page for it' }),
      /** Ref of the owner, who can fix it; null where nobody owns it. */
      by: z.string().nullable().meta({
        description:
          'Ref of the owner, who can fix it; null where nobody owns it',
      }),
    })
    .meta({ description: 'What to do about it' }),
  /** `attest`, `waive`, `revokeAttestation`, `revokeWaiver` */
  can: canSchema.meta({
    description: 'By action: true, or the code of the reason why not',
  }),
});
/** Check of one entity; see {@link checkResultSchema}. @public */
export type CheckResult = z.infer<typeof checkResultSchema>;

/**
 * The answer of `GET /readiness/{kind}/{namespace}/{name}`: what is missing
 * before others can build on an entity, and who said so.
 * @public
 */
export const readinessSchema = z.object({
  target: z.string().meta({ description: 'Entity ref, full and lower-case' }),
  asOf: z
    .string()
    .meta({ description: 'The instant that it is exact for; ISO 8601 in UTC' }),
  owner: z.string().nullable().meta({
    description: 'Ref of a Group or User; null where the catalog has none',
  }),
  /** 0 to 1 over all checks that apply; null where none does. */
  score: z.number().nullable().meta({
    description: 'Over all checks that apply; null without one',
    minimum: 0,
    maximum: 1,
  }),
  /** The dimension with the lowest score; null where no check applies. */
  weakest: openEnum(dimensions).nullable().meta({
    description:
      'The dimension with the lowest score; null where no check applies',
  }),
  /** Its score, 0 to 1; null where no check applies. */
  weakestScore: z
    .number()
    .nullable()
    .meta({ description: 'Its score', minimum: 0, maximum: 1 }),
  /** Of all that apply, those that nobody answered. */
  unknown: z.number().int().meta({
    description: 'Of all that apply, those that nobody answered',
    minimum: 0,
  }),
  dimensions: z
    .array(dimensionScoreSchema)
    .meta({ description: 'The scores of the dimensions' }),
  /** Those to work on first, first; what does not apply last. */
  checks: z.array(checkResultSchema).meta({
    description: 'Those to work on first, first; what does not apply last',
  }),
  /** Of Pilots before their last phase, for who may read interest. */
  gate: gateSchema.nullable().meta({
    description:
      'What stands before the next phase of a Pilot; null for who may not read interest',
  }),
  /** Time when the automatic sources were last asked. */
  collectedAt: z.string().nullable().meta({
    description: 'When the automatic sources were last asked; ISO 8601 in UTC',
  }),
  /** The automatic sources that did not answer the last time. */
  silent: z.array(z.string()).meta({
    description: 'The automatic sources that did not answer the last time',
  }),
  /**
   * Pilots that the entity implements. What automatic sources find of it counts
   * for them too; what is signed or reported for it does not.
   */
  pilots: z
    .array(z.string())
    .meta({ description: 'Pilots that the entity implements' }),
  /** The Groups whose members waive. */
  approvers: z
    .array(z.string())
    .meta({ description: 'Groups whose members waive' }),
  /** Days that a waiver holds at most. */
  waiverDays: z
    .number()
    .int()
    .meta({ description: 'Days that a waiver holds at most', minimum: 0 }),
  /** Names the target in the messages of `changesChannel`. */
  watch: z.string().meta({
    description:
      'Names the target in the messages that say whose demand changed',
  }),
  /** `attest`, `waive`, `collect` */
  can: canSchema.meta({
    description: 'By action: true, or the code of the reason why not',
  }),
});
/** Readiness of an entity; see {@link readinessSchema}. @public */
export type Readiness = z.infer<typeof readinessSchema>;

/**
 * Readiness in a list: overall and weakest, always together.
 * @public
 */
export const readinessSummarySchema = z.object({
  target: z.string().meta({ description: 'Entity ref, full and lower-case' }),
  score: z.number().nullable().meta({
    description: 'Over all checks; null without one',
    minimum: 0,
    maximum: 1,
  }),
  weakest: openEnum(dimensions)
    .nullable()
    .meta({ description: 'The dimension with the lowest score' }),
  /** 0 to 1 */
  weakestScore: z
    .number()
    .nullable()
    .meta({ description: 'Its score', minimum: 0, maximum: 1 }),
  applicable: z
    .number()
    .int()
    .meta({ description: 'Checks that apply', minimum: 0 }),
  unknown: z
    .number()
    .int()
    .meta({ description: 'Of them, those that nobody answered', minimum: 0 }),
  /** Attestations and waivers that lapse within 14 days. */
  expiring: z.number().int().meta({
    description: 'Attestations and waivers that lapse within 14 days',
    minimum: 0,
  }),
});
/** Readiness in a list; see {@link readinessSummarySchema}. @public */
export type ReadinessSummary = z.infer<typeof readinessSummarySchema>;

/**
 * The body of `POST /readiness/by-refs`.
 * @public
 */
export const readinessByRefsSchema = z.strictObject({
  targets: z
    .array(entityRefSchema())
    .min(1)
    .max(300, 'must have at most 300 refs; ask in several requests')
    .meta({ description: 'Entity refs, at most 300' }),
});
/** Refs as a client sends them; see {@link readinessByRefsSchema}. @public */
export type ReadinessByRefs = z.input<typeof readinessByRefsSchema>;

/**
 * The answer of `POST /readiness/by-refs`, in the order of the refs; `null` for
 * what does not exist, cannot be seen, or was never looked at.
 * @public
 */
export const readinessByRefsResultSchema = z.object({
  items: z
    .array(readinessSummarySchema.nullable())
    .meta({ description: 'The rows' }),
});
/** Readiness by refs; see {@link readinessByRefsResultSchema}. @public */
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
  check: checkIdSchema.meta({ description: 'Id of the check' }),
  verdict: answered.meta({ description: 'Whether it holds' }),
  /** A link that a stranger could check. */
  evidence: webAddress.meta({
    description: 'A link that a stranger could check',
  }),
  note: freeText(2000)
    .nullish()
    .meta({ description: 'What a reader should know' }),
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
      verdict: answered.meta({ description: 'What it comes to' }),
      evidence: webAddress
        .nullish()
        .meta({ description: 'A URL; null without one' }),
      note: freeText(2000)
        .nullish()
        .meta({ description: 'Why, in a sentence' }),
      /** Time when it was found out; now if absent. */
      at: instant.optional().meta({
        description: 'When it was found out; now if absent; ISO 8601 in UTC',
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
    .meta({ description: 'How many were news', minimum: 0 }),
  /**
   * Number of results that were known already, or are older than what is known.
   */
  unchanged: z
    .number()
    .int()
    .meta({ description: 'How many were known already, or older', minimum: 0 }),
});
/** Answer to reported results; see {@link reportedSchema}. @public */
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
  ]).meta({ description: 'spec.type of the entity; null where there is none' }),
  check: z.string().meta({ description: 'Id of the check' }),
  at: z.string().meta({ description: 'When it holds from; ISO 8601 in UTC' }),
  /** User ref, or the service or source that answered. */
  by: z
    .string()
    .meta({ description: 'User ref, or the service or source that answered' }),
  verdict: openEnum(['pass', 'fail', 'notApplicable']).nullable().meta({
    description: 'What was answered; null where it was taken back or waived',
  }),
  source: z.string().nullable().meta({
    description: 'The automatic source that answers it; null without one',
  }),
  evidence: z
    .string()
    .nullable()
    .meta({ description: 'A URL; null without one' }),
  note: z
    .string()
    .nullable()
    .meta({ description: 'Why, in the words of whoever answered' }),
  expiresAt: z
    .string()
    .nullable()
    .meta({ description: 'When the answer lapses; ISO 8601 in UTC' }),
});
/** Line of a readiness log; see {@link readinessLogEntrySchema}. @public */
export type ReadinessLogEntry = z.infer<typeof readinessLogEntrySchema>;

/**
 * Conditions on the lines of an entity's log to list.
 * @public
 */
export const readinessLogQuerySchema = z.object({
  check: wordParameter(100).optional().meta({
    description: 'Only about this check',
    example: 'headcount.two-operators',
  }),
  ...pagingShape,
});
/**
 * Conditions as a client sends them; see {@link readinessLogQuerySchema}.
 * @public
 */
export interface ReadinessLogQuery
  extends z.input<typeof readinessLogQuerySchema> {}

/**
 * The answer of `GET /readiness/…/log`, newest first.
 * @public
 */
export const readinessLogSchema = z.object({
  items: z.array(readinessLogEntrySchema).meta({ description: 'Newest first' }),
  nextCursor: z
    .string()
    .optional()
    .meta({ description: 'For the next page; only its absence ends the list' }),
});
/** Readiness log of an entity; see {@link readinessLogSchema}. @public */
export type ReadinessLog = z.infer<typeof readinessLogSchema>;
