import {
  CheckAnswer,
  ReadinessLogEntry,
  StandingAttestation,
  StandingWaiver,
} from '@pilot-to-platform/plugin-pilot-common';
import { MadeFrom } from '../../sight/Sight';
import { arrayOf, isText, objectOf, timeOf, wordOf } from '../columns';
import { UnreadableRowError } from '../UnreadableRowError';

/** Statements of a Pilot that gates and advice read. */
export interface PilotStatement {
  /** Ref of the Group that takes over, or who else is named. */
  readonly handOff: string | null;
  /** It declares to be of platform scale from day one. */
  readonly platformScale: boolean;
}

/** Last answers of the automatic sources about a target. */
export interface StoredFacts {
  readonly collectedAt: Date;
  /** Fingerprint of the checks that were asked. */
  readonly checks: string;
  readonly applicable: readonly string[];
  readonly answers: readonly CheckAnswer[];
  /** The sources that did not answer the last time. */
  readonly silent: readonly string[];
  readonly statement: PilotStatement;
}

/** A row of `readiness_fact`. */
export interface FactsRow {
  target_id: number | string;
  collected_at: number | string;
  checks: string;
  applicable: string;
  answers: string;
  silent: string;
  subject: string;
}

const reported = ['pass', 'fail', 'notApplicable'] as const;

type StoredAnswer = Omit<CheckAnswer, 'at'> & { at: number | null };

function isAnswer(value: any): value is StoredAnswer {
  return (
    typeof value?.check === 'string' &&
    typeof value.source === 'string' &&
    reported.includes(value.verdict) &&
    (value.at === null || Number.isFinite(value.at)) &&
    isMadeFrom(value)
  );
}

/** Checks the sources of an answer: they decide to whom it may be shown. */
function isMadeFrom({ refs, interest }: Record<string, unknown>): boolean {
  return (
    (refs === undefined || (Array.isArray(refs) && refs.every(isText))) &&
    (interest === undefined || typeof interest === 'boolean')
  );
}

/** @throws UnreadableRowError for what this version does not know */
export function toFacts(row: FactsRow): StoredFacts {
  const answers = arrayOf(row.answers, 'answers', isAnswer);
  const collectedAt = timeOf(row.collected_at, 'collected_at');
  const { handOff, platformScale } = objectOf(row.subject, 'subject');
  return {
    collectedAt,
    checks: row.checks,
    applicable: arrayOf(row.applicable, 'applicable', isText),
    answers: answers.map(answer => ({
      ...answer,
      at: answer.at === null ? collectedAt : new Date(answer.at),
    })),
    silent: arrayOf(row.silent, 'silent', isText),
    statement: {
      handOff: isText(handOff) ? handOff : null,
      platformScale: platformScale === true,
    },
  };
}

export function toFactsRow(targetId: number, facts: StoredFacts): FactsRow {
  const collectedAt = facts.collectedAt.getTime();
  return {
    target_id: targetId,
    collected_at: collectedAt,
    checks: facts.checks,
    applicable: JSON.stringify(facts.applicable),
    // An answer of the last time has no time of its own, so that it stays as it
    // is written when the source says the same again.
    answers: JSON.stringify(
      facts.answers.map(({ at, ...answer }) => ({
        ...answer,
        at: at.getTime() === collectedAt ? null : at.getTime(),
      })),
    ),
    silent: JSON.stringify(facts.silent),
    subject: JSON.stringify(facts.statement),
  };
}

/** A row of `check_result`. */
export interface ResultRow {
  target_id: number | string;
  check_id: string;
  verdict: string;
  evidence: string | null;
  note: string | null;
  by: string;
  at: number | string;
}

/** A reported result as an answer to its check. */
export function toReport(row: ResultRow): CheckAnswer {
  return {
    check: row.check_id,
    verdict: wordOf(reported, row.verdict, 'verdict'),
    source: 'report',
    at: timeOf(row.at, 'at'),
    by: row.by,
    note: row.note,
    evidence: row.evidence,
  };
}

/** Columns that `attestation` and `waiver` share. */
interface SignedRow {
  id: string;
  target_id: number | string;
  check_id: string;
  by: string;
  at: number | string;
  expires_at: number | string;
  /** Target and check, as long as it is the last one and not revoked. */
  standing: string | null;
  revoked_by: string | null;
  revoked_at: number | string | null;
}

/** A row of `attestation`. */
export interface AttestationRow extends SignedRow {
  verdict: string;
  evidence: string;
  note: string | null;
}

/** A row of `waiver`. */
export interface WaiverRow extends SignedRow {
  reason: string | null;
}

export function toAttestation(row: AttestationRow): StandingAttestation {
  return {
    id: row.id,
    check: row.check_id,
    verdict: wordOf(['pass', 'fail'], row.verdict, 'verdict'),
    evidence: row.evidence,
    note: row.note,
    by: row.by,
    at: timeOf(row.at, 'at'),
    expiresAt: timeOf(row.expires_at, 'expires_at'),
  };
}

export function toWaiver(row: WaiverRow): StandingWaiver {
  return {
    id: row.id,
    check: row.check_id,
    reason: row.reason ?? '',
    by: row.by,
    at: timeOf(row.at, 'at'),
    expiresAt: timeOf(row.expires_at, 'expires_at'),
  };
}

/** A line of what was said of a check. */
export interface ReadinessLine {
  readonly type: ReadinessLogEntry['type'];
  readonly check: string;
  readonly at: Date;
  /** User ref, or the service or source that answered. */
  readonly actor: string;
  readonly verdict?: CheckAnswer['verdict'];
  readonly source?: string;
  readonly evidence?: string | null;
  readonly note?: string | null;
  readonly expiresAt?: Date;
  /** Of the attestation or waiver. */
  readonly id?: string;
  /** Sources of an automatic answer; unknown of earlier versions. */
  readonly refs?: readonly string[];
  readonly interest?: boolean;
}

/** Lists the sources of a line. Only automatic results depend on refs. */
export function madeFromOf({
  type,
  source,
  refs,
  interest,
}: ReadinessLine): MadeFrom {
  const isAutomatic = type === 'result' && source !== 'report';
  return isAutomatic ? { refs, interest } : { refs: [] };
}

/** A row of `readiness_log`. */
export interface ReadinessLogRow {
  seq: number | string;
  target_id: number | string;
  check_id: string;
  at: number | string;
  recorded_at: number | string;
  type: string;
  actor: string;
  payload: string;
}

export function toReadinessLogRow(
  targetId: number,
  line: ReadinessLine,
  recordedAt: Date,
): Omit<ReadinessLogRow, 'seq'> {
  const { type, check, at, actor, expiresAt, ...payload } = line;
  return {
    target_id: targetId,
    check_id: check,
    at: at.getTime(),
    recorded_at: recordedAt.getTime(),
    type,
    actor,
    payload: JSON.stringify({
      ...payload,
      ...(expiresAt && { expiresAt: expiresAt.getTime() }),
    }),
  };
}

const lineTypes = [
  'attested',
  'attestationRevoked',
  'waived',
  'waiverRevoked',
  'result',
] as const;

/** @throws UnreadableRowError for what this version does not know */
export function toReadinessLine(
  row: ReadinessLogRow,
): ReadinessLine & { readonly seq: number } {
  const { expiresAt, verdict, ...payload } = objectOf(row.payload, 'payload');
  if (!isMadeFrom(payload)) {
    throw new UnreadableRowError('payload.refs', 'is not known');
  }
  return {
    ...payload,
    seq: Number(row.seq),
    type: wordOf(lineTypes, row.type, 'type'),
    check: row.check_id,
    at: timeOf(row.at, 'at'),
    actor: row.actor,
    ...(verdict !== undefined && {
      verdict: wordOf(reported, verdict, 'payload.verdict'),
    }),
    ...(expiresAt !== undefined && {
      expiresAt: timeOf(expiresAt, 'payload.expiresAt'),
    }),
  };
}
