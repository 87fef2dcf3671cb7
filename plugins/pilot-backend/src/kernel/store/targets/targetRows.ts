import {
  DemandLevel,
  demandLevels,
  Phase,
  phases,
  RecommendationCode,
  recommendations,
  StoredSums,
} from '@pilot-to-platform/plugin-pilot-common';
import {
  arrayOf,
  isText,
  numberOf,
  timeOf,
  timeOrNull,
  wordOrNull,
} from '../columns';

/** A row of `target`. PostgreSQL hands out bigints as strings. */
export interface TargetRow {
  id: number | string;
  ref: string;
  kind: string;
  sort_name: string | null;
  type: string | null;
  title: string | null;
  owner: string | null;
  system: string | null;
  division: string | null;
  declared_phase: string | null;
  phase: string | null;
  phase_since: number | string | null;
  phase_decision: string | null;
  phase_version: number;
  readiness: number | null;
  recommended: string | null;
  assessed_at: number | string | null;
  level: string | null;
  merged_into: number | string | null;
  policy: string | null;
  version: number;
  ref_at: number | string | null;
  n: number;
  t: number;
  m: number;
  an: number;
  a: number;
  am: number;
  score: number;
  growth: number;
  interests: number;
  teams: number;
  use_cases: number;
  adopters: number;
  internal: number;
  newest_at: number | string | null;
  ranked_at: number | string | null;
  changed_at: number | string | null;
  missing_since: number | string | null;
  gone_at: number | string | null;
  named_pilots: string | null;
  last_at: number | string;
}

/** A target with the catalog facts that its demand depends on. */
export interface StoredTarget {
  readonly id: number;
  readonly ref: string;
  readonly kind: string;
  /** Title or name in lower case. */
  readonly sortName: string;
  readonly type: string | null;
  readonly title: string | null;
  readonly owner: string | null;
  /** The same, also where `owner` is that of a past date. */
  readonly currentOwner: string | null;
  readonly system: string | null;
  /** The Group above the owner that the look through the catalog last found. */
  readonly division: string | null;
  /** The phase that was declared or decided; none where demand derives it. */
  readonly fixedPhase: Phase | null;
  /** The proposal that decided it; none where it was declared. */
  readonly phaseDecision: string | null;
  /** Counts proposals and decisions. */
  readonly phaseVersion: number;
  readonly phase: Phase | null;
  readonly phaseSince: Date | null;
  readonly level: DemandLevel | null;
  /** The id of the target that its interest was moved to. */
  readonly mergedInto: number | null;
  /** Fingerprint of the policy of its stored sums; none before the first. */
  readonly policy: string | null;
  readonly version: number;
  readonly sums: StoredSums;
  /** At `rankedAt`, for order and filters; an exact one comes from the sums. */
  readonly score: number;
  /** Points of score gained over 30 days, at `rankedAt`. */
  readonly growth: number;
  readonly rankedAt: Date | null;
  readonly changedAt: Date | null;
  /** Time when a look through the catalog first did not find it any more. */
  readonly missingSince: Date | null;
  readonly goneAt: Date | null;
  /** The Pilots that it names as those it implements, in order. */
  readonly namedPilots: readonly string[];
  readonly lastAt: Date;
  /** For order and filters; an exact one is computed. */
  readonly readiness: number | null;
  readonly recommended: RecommendationCode | null;
  readonly assessedAt: Date | null;
}

/** @throws UnreadableRowError for what this version does not know */
export function toTarget(row: TargetRow): StoredTarget {
  return {
    id: Number(row.id),
    ref: row.ref,
    kind: row.kind,
    sortName: row.sort_name ?? '',
    type: row.type,
    title: row.title,
    owner: row.owner,
    currentOwner: row.owner,
    system: row.system,
    division: row.division,
    fixedPhase: wordOrNull(phases, row.declared_phase, 'declared_phase'),
    phaseDecision: row.phase_decision,
    phaseVersion: row.phase_version,
    phase: wordOrNull(phases, row.phase, 'phase'),
    phaseSince: timeOrNull(row.phase_since, 'phase_since'),
    level: wordOrNull(demandLevels, row.level, 'level'),
    mergedInto: row.merged_into === null ? null : Number(row.merged_into),
    policy: row.policy,
    version: row.version,
    sums: toSums(row),
    score: numberOf(row.score, 'score'),
    growth: numberOf(row.growth, 'growth'),
    rankedAt: timeOrNull(row.ranked_at, 'ranked_at'),
    changedAt: timeOrNull(row.changed_at, 'changed_at'),
    missingSince: timeOrNull(row.missing_since, 'missing_since'),
    goneAt: timeOrNull(row.gone_at, 'gone_at'),
    namedPilots: row.named_pilots
      ? arrayOf(row.named_pilots, 'named_pilots', isText)
      : [],
    lastAt: timeOf(row.last_at, 'last_at'),
    readiness:
      row.readiness === null ? null : numberOf(row.readiness, 'readiness'),
    recommended: wordOrNull(recommendations, row.recommended, 'recommended'),
    assessedAt: timeOrNull(row.assessed_at, 'assessed_at'),
  };
}

/**
 * The sums of a target or of one of its days.
 *
 * @throws UnreadableRowError for what is no number
 */
export function toSums(row: SumsRow): StoredSums {
  return {
    refAt: timeOrNull(row.ref_at, 'ref_at'),
    fadingNumber: numberOf(row.n, 'n'),
    fadingBreadth: numberOf(row.t, 't'),
    fadingSpecific: numberOf(row.m, 'm'),
    adoptedNumber: numberOf(row.an, 'an'),
    adoptedBreadth: numberOf(row.a, 'a'),
    adoptedSpecific: numberOf(row.am, 'am'),
    interests: numberOf(row.interests, 'interests'),
    teams: numberOf(row.teams, 'teams'),
    useCases: numberOf(row.use_cases, 'use_cases'),
    adopters: numberOf(row.adopters, 'adopters'),
    internal: numberOf(row.internal, 'internal'),
    newestAt: timeOrNull(row.newest_at, 'newest_at'),
  };
}

/** The columns of sums. */
export type SumsRow = Pick<
  TargetRow,
  | 'ref_at'
  | 'n'
  | 't'
  | 'm'
  | 'an'
  | 'a'
  | 'am'
  | 'interests'
  | 'teams'
  | 'use_cases'
  | 'adopters'
  | 'internal'
  | 'newest_at'
>;

export function toSumsRow(sums: StoredSums): SumsRow {
  return {
    ref_at: sums.refAt?.getTime() ?? null,
    n: sums.fadingNumber,
    t: sums.fadingBreadth,
    m: sums.fadingSpecific,
    an: sums.adoptedNumber,
    a: sums.adoptedBreadth,
    am: sums.adoptedSpecific,
    interests: sums.interests,
    teams: sums.teams,
    use_cases: sums.useCases,
    adopters: sums.adopters,
    internal: sums.internal,
    newest_at: sums.newestAt?.getTime() ?? null,
  };
}
