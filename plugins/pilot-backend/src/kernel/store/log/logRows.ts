import {
  LogEntry,
  otherwises,
  Phase,
  phases,
  PhaseTransition,
  urgencies,
} from '@pilot-to-platform/plugin-pilot-common';
import {
  objectOf,
  recordOf,
  textOf,
  timeOf,
  wordOf,
  wordOrNull,
} from '../columns';
import { interestDetails, noDetails } from '../interests/interestDetails';
import { StoredInterest, answeredStatuses } from '../interests/interestRows';

/**
 * One event of a target. The interest types carry the state or the part of it
 * that was said.
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
      /** Reason of somebody else who withdrew it. */
      readonly reason?: string;
      /** Details that were said with it, and stood already. */
      readonly also?: Partial<Omit<StoredInterest, 'id'>>;
    }
  | { readonly type: 'owner'; readonly owner: string | null }
  | { readonly type: 'implementedBy'; readonly parts: readonly string[] }
  /** Pilots that the entity names in its annotation, to count for them. */
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
  /** Rating of how well it works, by an adopting team. */
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
    ['status', answeredStatuses],
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
 * Returns what a later entry says. Who completes or confirms an interest in the
 * portal wants it: should an import tell of an earlier withdrawal, it is over.
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
 * Returns the details that an entry of an earlier version said: those that it
 * had. One that came from another target, or under another name, was there
 * before, be that within the same millisecond: it is not of the first version.
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
    // A line of an earlier version says nothing of the details that came later.
    payload.state = { ...noDetails, ...interestFields(state) };
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
