import {
  DemandLevel,
  demandLevels,
  InterestState,
  interestStatuses,
  LogEntry,
  otherwises,
  Phase,
  phases,
  PhaseTransition,
  RecommendationCode,
  recommendations,
  StoredSums,
  urgencies,
} from '@pilot-to-platform/plugin-pilot-common';
import {
  arrayOf,
  isText,
  numberOf,
  objectOf,
  recordOf,
  textOf,
  timeOf,
  timeOrNull,
  wordOf,
  wordOrNull,
} from './columns';
import { interestDetails, noDetails } from './interestDetails';

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
  /** When the look through the catalog first did not find it any more. */
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
    n: numberOf(row.n, 'n'),
    t: numberOf(row.t, 't'),
    m: numberOf(row.m, 'm'),
    an: numberOf(row.an, 'an'),
    a: numberOf(row.a, 'a'),
    am: numberOf(row.am, 'am'),
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
    n: sums.n,
    t: sums.t,
    m: sums.m,
    an: sums.an,
    a: sums.a,
    am: sums.am,
    interests: sums.interests,
    teams: sums.teams,
    use_cases: sums.useCases,
    adopters: sums.adopters,
    internal: sums.internal,
    newest_at: sums.newestAt?.getTime() ?? null,
  };
}

export interface InterestRow {
  id: string;
  target_id: number | string;
  team: string;
  author: string;
  use_case_key: string;
  on_behalf: boolean | number;
  urgency: string;
  use_case: string | null;
  alternative: string | null;
  needed_by: string | null;
  expected_usage: string | null;
  otherwise: string | null;
  contribute: boolean | number;
  status: string;
  status_note: string | null;
  withdrawn: boolean | number;
  created_at: number | string;
  confirmed_at: number | string;
  updated_at: number | string;
  status_at: number | string | null;
  status_by: string | null;
  imported: string | null;
  version: number;
}

/**
 * A part of an interest that an import said last: a detail, what became of it, or
 * that it is there at all (`press`). A person who says the same says something new.
 */
export type ImportedPart =
  | 'onBehalf'
  | 'urgency'
  | 'useCase'
  | 'alternative'
  | 'neededBy'
  | 'expectedUsage'
  | 'otherwise'
  | 'contribute'
  | 'status'
  | 'withdrawn'
  | 'press';

/** An interest with everything that is kept of it. */
export interface StoredInterest extends InterestState {
  readonly useCaseKey: string;
  readonly onBehalf: boolean;
  readonly statusNote: string | null;
  /** When the owner last answered, and who did. */
  readonly statusAt: Date | null;
  readonly statusBy: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly version: number;
  /** None where nothing was imported. */
  readonly imported?: readonly ImportedPart[];
}

/** What the owner says of an interest. */
const answers = interestStatuses.filter(status => status !== 'withdrawn');

/** @throws UnreadableRowError for what this version does not know */
export function toInterest(row: InterestRow): StoredInterest {
  return {
    id: row.id,
    team: row.team,
    author: row.author,
    useCaseKey: row.use_case_key,
    onBehalf: Boolean(row.on_behalf),
    urgency: wordOf(urgencies, row.urgency, 'urgency'),
    useCase: row.use_case,
    alternative: row.alternative,
    neededBy: row.needed_by,
    expectedUsage: row.expected_usage,
    otherwise: wordOrNull(otherwises, row.otherwise, 'otherwise'),
    contribute: Boolean(row.contribute),
    status: wordOf(answers, row.status, 'status'),
    statusNote: row.status_note,
    withdrawn: Boolean(row.withdrawn),
    createdAt: timeOf(row.created_at, 'created_at'),
    confirmedAt: timeOf(row.confirmed_at, 'confirmed_at'),
    updatedAt: timeOf(row.updated_at, 'updated_at'),
    statusAt: timeOrNull(row.status_at, 'status_at'),
    statusBy: row.status_by,
    version: row.version,
    ...(row.imported && {
      imported: arrayOf(row.imported, 'imported', isText) as ImportedPart[],
    }),
  };
}

export function toInterestRow(
  targetId: number,
  interest: StoredInterest,
): InterestRow {
  return {
    id: interest.id,
    target_id: targetId,
    team: interest.team,
    author: interest.author,
    use_case_key: interest.useCaseKey,
    on_behalf: interest.onBehalf,
    urgency: interest.urgency,
    use_case: interest.useCase,
    alternative: interest.alternative,
    needed_by: interest.neededBy,
    expected_usage: interest.expectedUsage,
    otherwise: interest.otherwise,
    contribute: interest.contribute,
    status: interest.status,
    status_note: interest.statusNote,
    withdrawn: interest.withdrawn,
    created_at: interest.createdAt.getTime(),
    confirmed_at: interest.confirmedAt.getTime(),
    updated_at: interest.updatedAt.getTime(),
    status_at: interest.statusAt?.getTime() ?? null,
    status_by: interest.statusBy,
    imported: interest.imported?.length
      ? JSON.stringify(interest.imported)
      : null,
    version: interest.version,
  };
}

/**
 * What happened to a target. The interest types carry the state or the part of
 * it that was said.
 */
export type NewLogEntry = {
  readonly at: Date;
  readonly actor: string;
  /** Of imported ones: their place among those of one instant. */
  readonly order?: string;
} & (
  | {
      readonly type: 'recorded';
      readonly state: StoredInterest;
      /** The details that were said; absent for one that came from another target. */
      readonly said?: readonly string[];
    }
  | {
      readonly type:
        | 'changed'
        | 'confirmed'
        | 'status'
        | 'withdrawn'
        | 'reopened';
      readonly id: string;
      readonly change: Partial<Omit<StoredInterest, 'id'>>;
      /** Why somebody else withdrew it. */
      readonly reason?: string;
      /** What was said beside it, and stood already. */
      readonly also?: Partial<Omit<StoredInterest, 'id'>>;
    }
  | { readonly type: 'owner'; readonly owner: string | null }
  | { readonly type: 'implementedBy'; readonly parts: readonly string[] }
  /** What the entity names in its annotation, so that it counts for it. */
  | { readonly type: 'namedPilots'; readonly pilots: readonly string[] }
  /** Declared at first sight, or decided; `derived` where demand rules again. */
  | {
      readonly type: 'phase';
      readonly phase: Phase;
      readonly declared?: true;
      readonly proposal?: string;
      readonly derived?: boolean;
    }
  | {
      readonly type: 'proposed';
      readonly proposal: string;
      readonly from: Phase;
      readonly to: PhaseTransition;
      readonly reason: string;
      readonly bypass: boolean;
    }
  | { readonly type: 'proposalWithdrawn'; readonly proposal: string }
  | {
      readonly type: 'decided';
      readonly proposal: string;
      readonly decision: 'approved' | 'rejected';
      readonly reason: string;
    }
  /** What an adopting team said of how well it works. */
  | {
      readonly type: 'rated';
      readonly team: string;
      readonly quarter: string;
      readonly score: number;
      readonly note: string | null;
    }
  | { readonly type: 'gone' | 'returned' }
  /** Lines that a clock which was ahead had dated say another time now. */
  | { readonly type: 'redated'; readonly lines: number }
  /** An interest that went to another target. */
  | { readonly type: 'removed'; readonly id: string }
  /** All interest went to, or came from, another target. */
  | {
      readonly type: 'mergedInto' | 'mergedFrom';
      readonly target: string;
      readonly reason: string;
    }
  /** A team or a person that goes by another ref. */
  | {
      readonly type: 'moved';
      readonly field: 'team' | 'author';
      readonly from: string;
      readonly into: string;
      readonly reason: string;
    }
);

export interface LogRow {
  seq: number | string;
  target_id: number | string;
  at: number | string;
  recorded_at: number | string;
  type: string;
  actor: string;
  payload: string;
}

export function toLogRow(
  targetId: number,
  entry: NewLogEntry,
  recordedAt: Date,
): Omit<LogRow, 'seq'> {
  const { type, at, actor, ...payload } = entry;
  return {
    target_id: targetId,
    at: at.getTime(),
    recorded_at: recordedAt.getTime(),
    type,
    actor,
    payload: JSON.stringify(payload),
  };
}

/** Fields of an interest in a line, with its times; words that are not known throw. */
function interestFields(fields: Record<string, any>): Record<string, any> {
  const read = { ...fields };
  for (const key of ['createdAt', 'confirmedAt', 'updatedAt', 'statusAt']) {
    if (typeof read[key] === 'string') {
      read[key] = timeOf(Date.parse(read[key]), `payload.${key}`);
    }
  }
  for (const [key, words] of [
    ['urgency', urgencies],
    ['status', answers],
  ] as const) {
    if (key in read) {
      wordOf<string>(words, read[key], `payload.${key}`);
    }
  }
  if ('otherwise' in read) {
    wordOrNull(otherwises, read.otherwise, 'payload.otherwise');
  }
  return read;
}

/**
 * What a later entry says of its interest. Who completes or confirms an interest in
 * the portal wants it: should an import tell of an earlier withdrawal, it is over.
 */
export function saidBy(
  entry: Extract<NewLogEntry, { change: object }>,
): Partial<Omit<StoredInterest, 'id'>> {
  const wants = entry.type === 'changed' || entry.type === 'confirmed';
  return {
    ...entry.also,
    ...entry.change,
    ...(wants && entry.order === undefined && { withdrawn: false }),
  };
}

/**
 * What an entry of an earlier version said: the details that it had. One that came
 * from another target, or under another name, was there before, be that within the
 * same millisecond: it is not of the first version.
 */
function saidEarlier(state: StoredInterest, at: number): string[] | undefined {
  return state.createdAt.getTime() === at && state.version === 1
    ? [
        'withdrawn',
        ...interestDetails.filter(key => state[key] !== noDetails[key]),
      ]
    : undefined;
}

/** Types of lines that change what an interest is. */
const changes: readonly string[] = [
  ...['changed', 'confirmed', 'status', 'withdrawn', 'reopened'],
];

/** Types of lines that the demand engine does not read. */
const others: readonly string[] = [
  ...['phase', 'proposed', 'proposalWithdrawn', 'decided', 'rated'],
  ...['gone', 'returned', 'mergedInto', 'mergedFrom', 'moved', 'redated'],
];

/** Every type of line that this version writes. */
export const logTypes: readonly string[] = [
  ...['recorded', 'removed', 'owner', 'implementedBy', 'namedPilots'],
  ...changes,
  ...others,
];

/** A log line as it was appended, with its number and when that was. */
export type KeptLogEntry = NewLogEntry & {
  readonly seq: number;
  readonly recordedAt: Date;
};

/**
 * The log line as it was appended, with its number. Fields that a newer version
 * added stay as they are, and its types are read as what they are called.
 *
 * @throws UnreadableRowError for a line that lacks what its type needs
 */
export function toLogEntry(row: LogRow): KeptLogEntry {
  const payload = objectOf(row.payload, 'payload');
  if (row.type === 'recorded') {
    const state = recordOf(payload.state, 'payload.state');
    textOf(state.id, 'payload.state.id');
    wordOf<string>(urgencies, state.urgency, 'payload.state.urgency');
    payload.state = interestFields(state);
    timeOf(payload.state.createdAt, 'payload.state.createdAt');
    timeOf(payload.state.confirmedAt, 'payload.state.confirmedAt');
    payload.said ??= saidEarlier(payload.state, Number(row.at));
  } else if (changes.includes(row.type)) {
    textOf(payload.id, 'payload.id');
    for (const key of ['change', ...('also' in payload ? ['also'] : [])]) {
      const fields = recordOf(payload[key], `payload.${key}`);
      payload[key] = interestFields(fields);
    }
  } else if (row.type === 'removed') {
    textOf(payload.id, 'payload.id');
  } else if (row.type === 'phase') {
    wordOf(phases, payload.phase, 'payload.phase');
  } else if (row.type === 'implementedBy' && !Array.isArray(payload.parts)) {
    textOf(payload.parts, 'payload.parts');
  } else if (row.type === 'namedPilots' && !Array.isArray(payload.pilots)) {
    textOf(payload.pilots, 'payload.pilots');
  } else if (row.type === 'owner' && payload.owner !== null) {
    textOf(payload.owner, 'payload.owner');
  }
  if (row.type === 'withdrawn' || row.type === 'reopened') {
    // Entries of earlier versions repeat the status, which stands beside it.
    delete payload.change.status;
    delete payload.change.statusNote;
  }
  return {
    ...(payload as any),
    type: row.type,
    actor: row.actor,
    at: timeOf(row.at, 'at'),
    recordedAt: timeOf(row.recorded_at, 'recorded_at'),
    seq: Number(row.seq),
  };
}

/** The same line in the words of the demand engine. */
export function toEngineEntry(
  entry: NewLogEntry & { readonly seq: number; readonly recordedAt?: Date },
): LogEntry {
  const { seq, at, order, recordedAt = at } = entry;
  switch (entry.type) {
    case 'recorded': {
      const { state, said } = entry;
      // A write is never dated before it is made; only an import is.
      const imported = at < recordedAt;
      return { seq, at, order, type: 'recorded', state, said, imported };
    }
    case 'removed':
      return { seq, at, type: 'removed', id: entry.id };
    case 'owner':
      return { seq, at, type: 'owner', owner: entry.owner };
    case 'implementedBy':
      return { seq, at, type: 'implementedBy', parts: entry.parts };
    case 'namedPilots':
      return { seq, at, type: 'namedPilots', pilots: entry.pilots };
    case 'changed':
    case 'confirmed':
    case 'status':
    case 'withdrawn':
    case 'reopened':
      return {
        seq,
        at,
        order,
        type: 'changed',
        id: entry.id,
        change: saidBy(entry),
      };
    default:
      // Nothing that the engine reads, or a type of a newer version: whatever
      // that means, it does not change sums as they are known here.
      return { seq, at, type: 'other' };
  }
}
