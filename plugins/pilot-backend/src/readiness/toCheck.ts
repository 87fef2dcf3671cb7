import {
  Check,
  CheckDefinition,
  ReadinessLogEntry,
} from '@pilot-to-platform/plugin-pilot-common';
import { ReadinessLine } from '../kernel/store/readiness/readinessRows';

/** A check in the words of the API. */
export function toCheck(check: CheckDefinition): Check {
  return {
    id: check.id,
    dimension: check.dimension,
    question: check.question,
    answer: check.answer,
    weight: check.weight,
    required: [...check.required],
    source: check.source ?? null,
    attestationDays: check.attestation?.maxDays ?? null,
    report: check.report,
    staleAfterDays: check.staleAfterDays,
    fix: { text: check.fix.text, link: check.fix.link ?? null },
  };
}

/** A line of what was said of a check in the words of the API. */
export function toLogEntryView(line: ReadinessLine): ReadinessLogEntry {
  return {
    type: line.type,
    check: line.check,
    at: line.at.toISOString(),
    by: line.actor,
    verdict: line.verdict ?? null,
    source: line.source ?? null,
    evidence: line.evidence ?? null,
    note: line.note ?? null,
    expiresAt: line.expiresAt?.toISOString() ?? null,
  };
}
