import { z } from 'zod';
import { canSchema } from './interest';
import { openEnum } from './openEnum';
import { dimensions, phases, verdicts } from './vocabulary';

/**
 * A check of one entity, with who answered it and until when that holds.
 * @public
 */
export const checkResultSchema = z.object({
  id: z.string().meta({ description: 'Id of the check' }),
  dimension: openEnum(dimensions).meta({
    description: 'Dimension of the check',
  }),
  question: z.string().meta({ description: 'Question of the check' }),
  verdict: openEnum(verdicts).meta({ description: 'Verdict of the check' }),
  /** The phases that it is required for. */
  required: z.array(openEnum(phases)).meta({
    description: 'The phases that cannot begin before it passes or is waived',
  }),
  weight: z
    .number()
    .meta({ description: 'Weight in its dimension and overall', minimum: 0 }),
  /**
   * Source of the answer: `attestation`, `waiver`, `report`, or the name of the
   * automatic source; null where nobody ever answered.
   */
  source: z.string().nullable().meta({
    description:
      'Source of the answer: attestation, waiver, report, or the name of the automatic source',
  }),
  /** Sentence on how an answer comes about. */
  answer: z
    .string()
    .meta({ description: 'Sentence on where the answer comes from' }),
  /** A URL. */
  evidence: z
    .string()
    .nullable()
    .meta({ description: 'A URL; null without one' }),
  /** User ref of who attested or waived it, or who reported it. */
  by: z.string().nullable().meta({
    description:
      'User ref of the person who signed or reported, or the service that reported; null for an automatic answer',
  }),
  /** Reason in the words of whoever answered. */
  note: z.string().nullable().meta({
    description: 'Note of the person, service or source that answered',
  }),
  /**
   * True where what an automatic source found depends on something that the
   * caller cannot see, or that the catalog does not have: to them it is not
   * answered.
   */
  unseen: z.boolean().default(false).meta({
    description:
      'True where an automatic answer depends on something that the caller cannot see, or that the catalog does not have; the verdict is unknown then',
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
        description: 'The last answer',
      }),
      source: z.string().meta({
        description:
          'Source of the answer: attestation, waiver, report, or the name of the automatic source',
      }),
      by: z.string().nullable().meta({
        description:
          'User ref of the person who signed or reported, or the service that reported; null for an automatic answer',
      }),
      note: z.string().nullable().meta({
        description: 'Note of the person, service or source that answered',
      }),
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
      description: 'Last answer to a check that is unknown or waived',
    }),
  /** The attestation that stands, to revoke it by. */
  attestation: z
    .string()
    .nullable()
    .meta({ description: 'Id of the present one, for revoking it' }),
  /** The waiver that stands, to revoke it by. */
  waiver: z
    .string()
    .nullable()
    .meta({ description: 'Id of the present one, for revoking it' }),
  /** Days that an attestation holds at most; null where it cannot be attested. */
  attestationDays: z.number().int().nullable().meta({
    description: 'Days that an attestation holds at most; null without any',
  }),
  fix: z
    .object({
      text: z.string().meta({ description: 'Sentence on how to fix it' }),
      link: z.string().nullable().meta({
        description: 'URL or path of the page to fix it on; null without one',
      }),
      /** Ref of the owner, who can fix it; null where nobody owns it. */
      by: z.string().nullable().meta({
        description:
          'Ref of the owner, who can fix it; null where nobody owns it',
      }),
    })
    .meta({ description: 'How to fix it' }),
  /** `attest`, `waive`, `revokeAttestation`, `revokeWaiver` */
  can: canSchema.meta({
    description: 'By action: true, or the code of the reason against it',
  }),
});

/** Check of one entity; see {@link checkResultSchema}. @public */
export type CheckResult = z.infer<typeof checkResultSchema>;
