import { Entity } from '@backstage/catalog-model';
import {
  AssessedCheck,
  CheckResult,
  expiringAnswers,
  Gate,
  GivenAnswer,
  Readiness,
} from '@pilot-to-platform/plugin-pilot-common';
import { readinessSummaryOf } from './readinessSummaryOf';
import { ReadinessReading } from './readReadiness';
import { PagePaths } from '../kernel/config/pagePaths';
import { fixLink } from './fixLink';
import {
  attestability,
  checkCan,
  ReadinessRights,
  waivability,
} from './readinessCan';

/** Days before an answer of a person lapses from which on it is said. */
const soonDays = 30;

/** Facts that the view of readiness depends on beside the reading itself. */
export interface ReadinessViewContext {
  readonly ref: string;
  readonly entity: Entity;
  readonly owner: string | null;
  readonly gate: Gate | null;
  /** Pilots that the entity implements, as far as the caller sees them. */
  readonly pilots: readonly string[];
  readonly approvers: readonly string[];
  readonly waiverDays: number;
  readonly watch: string;
  /** Paths of the portal's pages. */
  readonly pagePaths: PagePaths;
  readonly rights: ReadinessRights;
  readonly now: Date;
}

/** Readiness in the words of the API. */
export function toReadinessView(
  reading: ReadinessReading,
  context: ReadinessViewContext,
): Readiness {
  const { assessment, facts } = reading;
  const { now, rights } = context;
  const soon = new Set(
    expiringAnswers(assessment, { now, days: soonDays }).map(({ id }) => id),
  );
  const summary = readinessSummaryOf({ ref: context.ref }, reading, now);
  return {
    target: context.ref,
    asOf: now.toISOString(),
    owner: context.owner,
    score: assessment.score,
    weakest: assessment.weakest,
    weakestScore: summary.weakestScore,
    unknown: summary.unknown,
    dimensions: [...assessment.dimensions],
    checks: assessment.checks.map(check => ({
      ...toCheckView(check, soon, context),
      ...unseenView(check, reading.unseen),
    })),
    gate: context.gate,
    collectedAt: facts?.collectedAt.toISOString() ?? null,
    silent: [...(facts?.silent ?? [])],
    pilots: [...context.pilots],
    approvers: [...context.approvers],
    waiverDays: context.waiverDays,
    watch: context.watch,
    can: {
      attest: attestability(rights),
      waive: waivability(rights),
      collect: true,
    },
  };
}

function toCheckView(
  check: AssessedCheck,
  soon: ReadonlySet<string>,
  { ref, entity, owner, rights, pagePaths }: ReadinessViewContext,
): Omit<CheckResult, 'unseen'> {
  const { definition, verdict, answer, waiver } = check;
  const attestation =
    answer?.source === 'attestation' && answer.id
      ? { id: answer.id }
      : undefined;
  const isWaived = verdict === 'waived' && waiver !== undefined;
  return {
    id: definition.id,
    dimension: definition.dimension,
    question: definition.question,
    verdict,
    required:
      entity.kind.toLocaleLowerCase('en-US') === 'pilot'
        ? [...definition.required]
        : [],
    weight: definition.weight,
    ...(isWaived
      ? {
          source: 'waiver',
          evidence: null,
          by: waiver.by,
          note: waiver.reason,
          at: waiver.at.toISOString(),
          expiresAt: waiver.expiresAt.toISOString(),
        }
      : answerView(answer, check)),
    answer: definition.answer,
    expiresSoon: soon.has((isWaived ? waiver.id : attestation?.id) ?? ''),
    lastAnswer: lastAnswerOf(check),
    attestation: attestation?.id ?? null,
    waiver: waiver?.id ?? null,
    attestationDays: definition.attestation?.maxDays ?? null,
    fix: {
      text: definition.fix.text,
      link: fixLink(definition.fix.link, entity, ref, pagePaths),
      by: owner,
    },
    can: checkCan(check, { attestation, waiver }, rights),
  };
}

/** Note on an answer that the caller may not read. */
const unseenNote =
  'Depends on something you cannot see, or that the catalog does not have.';

function unseenView(
  { definition, answer, waiver }: AssessedCheck,
  unseen: ReadonlySet<string>,
): Pick<CheckResult, 'unseen'> & Partial<Pick<CheckResult, 'note'>> {
  const isUnseen = unseen.has(definition.id) && !answer;
  return {
    unseen: isUnseen,
    ...(isUnseen && !waiver && { note: unseenNote }),
  };
}

/** Shows an answer; of an unknown check, the last one's source. */
function answerView(
  answer: GivenAnswer | undefined,
  { lastAnswer }: AssessedCheck,
) {
  return {
    source: (answer ?? lastAnswer)?.source ?? null,
    evidence: answer?.evidence || null,
    by: answer?.by ?? null,
    note: answer?.note ?? null,
    at: answer?.at.toISOString() ?? null,
    expiresAt: answer?.expiresAt.toISOString() ?? null,
  };
}

function lastAnswerOf({
  verdict,
  lastAnswer,
}: AssessedCheck): CheckResult['lastAnswer'] {
  const isOpen = verdict === 'unknown' || verdict === 'waived';
  if (!isOpen || !lastAnswer || lastAnswer.verdict === 'notApplicable') {
    return null;
  }
  return {
    verdict: lastAnswer.verdict,
    source: lastAnswer.source,
    by: lastAnswer.by,
    note: lastAnswer.note,
    evidence: lastAnswer.evidence || null,
    at: lastAnswer.at.toISOString(),
    expiresAt: lastAnswer.expiresAt.toISOString(),
    lapsed: lastAnswer.lapsed ?? null,
  };
}
