import {
  InterestLine,
  StatusLine,
} from '@pilot-to-platform/plugin-pilot-common';
import { NewLogEntry, StoredInterest } from '../store/rows';

const details = [
  'onBehalf',
  'urgency',
  'useCase',
  'alternative',
  'neededBy',
  'expectedUsage',
  'otherwise',
  'contribute',
] as const;

/** The log lines of one interest, in the order of time. */
export type InterestEntries = ReadonlyArray<
  Extract<NewLogEntry, { state: StoredInterest } | { change: object }>
>;

/** The state that a log leads to. Later lines win, whenever they were written. */
export function foldInterest(
  entries: InterestEntries,
): StoredInterest | undefined {
  const sorted = [...entries].sort((a, b) => a.at.getTime() - b.at.getTime());
  const state = sorted.reduce<StoredInterest | undefined>(
    (current, entry) =>
      entry.type === 'recorded'
        ? entry.state
        : current && {
            ...current,
            ...entry.change,
            updatedAt: entry.at,
            ...(entry.type === 'status' && {
              statusAt: entry.at,
              statusBy: entry.actor,
            }),
          },
    undefined,
  );
  return state && { ...state, version: entries.length };
}

/**
 * What an imported interest adds to the log: a new one is recorded when it was
 * created and confirmed when it was confirmed; of one that is known, only the
 * newer of the two says what it holds.
 */
export function decideImportedInterest(
  known: StoredInterest | undefined,
  line: InterestLine,
  newId: string,
): NewLogEntry[] {
  const createdAt = new Date(line.createdAt);
  const confirmedAt = new Date(line.confirmedAt ?? line.createdAt);
  const actor = line.author;
  if (!known) {
    const state: StoredInterest = {
      id: newId,
      team: line.team,
      author: line.author,
      useCaseKey: line.useCaseKey,
      onBehalf: line.onBehalf,
      urgency: line.urgency,
      useCase: line.useCase,
      alternative: line.alternative,
      neededBy: line.neededBy,
      expectedUsage: line.expectedUsage,
      otherwise: line.otherwise,
      contribute: line.contribute,
      status: 'open',
      statusNote: null,
      statusAt: null,
      statusBy: null,
      withdrawn: false,
      createdAt,
      updatedAt: createdAt,
      confirmedAt: createdAt,
      version: 1,
    };
    const recorded: NewLogEntry = {
      type: 'recorded',
      at: createdAt,
      actor,
      state,
    };
    return confirmedAt > createdAt
      ? [
          recorded,
          {
            type: 'confirmed',
            at: confirmedAt,
            actor,
            id: newId,
            change: { confirmedAt },
          },
        ]
      : [recorded];
  }

  const changed = details.filter(key => known[key] !== line[key]);
  const newer = confirmedAt > known.confirmedAt;
  const older = confirmedAt < known.confirmedAt;
  if (older || (!newer && changed.length === 0)) {
    return [];
  }
  return [
    {
      type: changed.length > 0 ? 'changed' : 'confirmed',
      at: confirmedAt,
      actor,
      id: known.id,
      change: {
        ...Object.fromEntries(changed.map(key => [key, line[key]])),
        confirmedAt,
      },
    },
  ];
}

/** What an imported change of status adds to the log; nothing if it is known. */
export function decideImportedStatus(
  known: StoredInterest,
  entries: InterestEntries,
  line: StatusLine,
): NewLogEntry[] {
  const at = new Date(line.at);
  const change =
    line.status === 'withdrawn'
      ? { withdrawn: true }
      : { withdrawn: false, status: line.status, statusNote: line.note };
  const stands = entries.some(
    entry =>
      entry.at.getTime() === at.getTime() &&
      entry.actor === line.by &&
      entry.type !== 'recorded' &&
      Object.entries(change).every(
        ([key, value]) => entry.change[key as keyof typeof change] === value,
      ),
  );
  return stands
    ? []
    : [
        {
          type: line.status === 'withdrawn' ? 'withdrawn' : 'status',
          at,
          actor: line.by,
          id: known.id,
          change,
        },
      ];
}
