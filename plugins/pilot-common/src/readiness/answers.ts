import type { CheckDefinition } from '../model/check';
import { dayMs } from '../model/dayMs';

/**
 * Answer of an automatic source, or of a report from outside, to a check.
 * @public
 */
export interface CheckAnswer {
  readonly check: string;
  readonly verdict: 'pass' | 'fail' | 'notApplicable';
  /** The name of the source, or `report`. */
  readonly source: string;
  readonly at: Date;
  /** Reporter, a person or a service. */
  readonly by?: string | null;
  readonly note?: string | null;
  /** A URL. */
  readonly evidence?: string | null;
  /**
   * Refs of the entities, beside the one that is asked about, that an automatic
   * answer was made from.
   */
  readonly refs?: readonly string[];
  /** An automatic answer was made from recorded interest, too. */
  readonly interest?: boolean;
}

/**
 * The owner's signed answer to a check.
 * @public
 */
export interface StandingAttestation {
  readonly id: string;
  readonly check: string;
  readonly verdict: 'pass' | 'fail';
  readonly evidence: string;
  readonly note: string | null;
  /** User ref. */
  readonly by: string;
  readonly at: Date;
  readonly expiresAt: Date;
  /** Reason why it lapsed before its day. */
  readonly lapsed?: 'ownerChanged';
}

/**
 * An approver's exemption from a check.
 * @public
 */
export interface StandingWaiver {
  readonly id: string;
  readonly check: string;
  readonly reason: string;
  /** User ref. */
  readonly by: string;
  readonly at: Date;
  readonly expiresAt: Date;
}

/**
 * An answer, whoever gave it, and until when it is trusted.
 * @public
 */
export interface GivenAnswer {
  readonly verdict: CheckAnswer['verdict'];
  readonly source: string;
  readonly by: string | null;
  readonly note: string | null;
  readonly evidence: string | null;
  readonly at: Date;
  /** From this instant on it has lapsed. */
  readonly expiresAt: Date;
  /** Of an attestation. */
  readonly id: string | null;
  /** Reason why it lapsed before its day. */
  readonly lapsed?: 'ownerChanged';
}

/**
 * The answers to one check, the one that counts most first: what its owner
 * signed, then what was reported, then what the catalog tells.
 */
export function answersOf(
  check: CheckDefinition,
  given: {
    readonly attestation?: StandingAttestation;
    readonly report?: CheckAnswer;
    readonly automatic?: CheckAnswer;
  },
): GivenAnswer[] {
  const { attestation, report, automatic } = given;
  return [
    ...(attestation && check.attestation
      ? [{ ...attestation, source: 'attestation' }]
      : []),
    ...(report && check.report ? [untilStale(report, check)] : []),
    ...(automatic && automatic.source === check.source
      ? [untilStale(automatic, check)]
      : []),
  ];
}

function untilStale(
  answer: CheckAnswer,
  { staleAfterDays }: CheckDefinition,
): GivenAnswer {
  const { verdict, source, at } = answer;
  return {
    verdict,
    source,
    by: answer.by ?? null,
    note: answer.note ?? null,
    evidence: answer.evidence ?? null,
    at,
    expiresAt: new Date(at.getTime() + staleAfterDays * dayMs),
    id: null,
  };
}
