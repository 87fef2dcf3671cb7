import {
  saidAgain,
  underNewName,
} from '@pilot-to-platform/plugin-pilot-common';
import { InterestEntry } from './Decision';
import { inOrder } from './inOrder';
import { interestDetails } from '../kernel/store/interests/interestDetails';
import {
  ImportedPart,
  StoredInterest,
} from '../kernel/store/interests/interestRows';
import { saidBy } from '../kernel/store/log/logRows';

/** Log lines of one interest, in any order. */
export type InterestEntries = readonly InterestEntry[];

const presses: ReadonlyArray<InterestEntry['type']> = [
  'recorded',
  'changed',
  'confirmed',
  'reopened',
];

/** The state with which an interest arrives somewhere, after one that it had. */
type Arrival = (
  before: StoredInterest,
  state: StoredInterest,
) => StoredInterest;

const asItCame: Arrival = (before, state) => underNewName(before, { state });

const asItWas: Arrival = (before, { team, author }) => ({
  ...before,
  team,
  author,
});

/**
 * The state that a log leads to, at an instant or in the end. It depends on the
 * times of the entries and on what they say, and never on when they were written.
 */
export function foldInterest(
  entries: InterestEntries,
  until?: Date,
): StoredInterest | undefined {
  return fold(entries, until, asItCame);
}

/**
 * The same, where an interest that came from another target goes on as the log of
 * that one says now: an import may have told of the time before since.
 *
 * @param entries - of all targets that it was in
 */
export function foldAcross(
  entries: InterestEntries,
  until?: Date,
): StoredInterest | undefined {
  return fold(entries, until, asItWas);
}

function fold(
  entries: InterestEntries,
  until: Date | undefined,
  arrival: Arrival,
): StoredInterest | undefined {
  const sorted = inOrder(entries.filter(({ at }) => !until || at <= until));
  const state = sorted.reduce<StoredInterest | undefined>(
    (before, entry) => apply(before, entry, arrival),
    undefined,
  );
  return (
    state && {
      ...state,
      version: entries.length,
      imported: importedParts(sorted, arrival),
    }
  );
}

function apply(
  before: StoredInterest | undefined,
  entry: InterestEntry,
  arrival: Arrival,
): StoredInterest | undefined {
  if (entry.type === 'recorded') {
    if (!before) {
      return entry.state;
    }
    const createdAt =
      before.createdAt < entry.state.createdAt
        ? before.createdAt
        : entry.state.createdAt;
    if (entry.said) {
      return { ...saidAgain(before, entry), createdAt, updatedAt: entry.at };
    }
    // Without a list of what was said, it came as it was.
    const { useCaseKey, updatedAt } = entry.state;
    const state = arrival(before, entry.state);
    return { ...state, useCaseKey, updatedAt, createdAt };
  }
  return (
    before && {
      ...before,
      ...saidBy(entry),
      updatedAt: entry.at,
      ...(entry.type === 'status' && {
        statusAt: entry.at,
        statusBy: entry.actor,
      }),
    }
  );
}

/** Lists the parts that an import, and no person since, said last. */
function importedParts(
  sorted: readonly InterestEntry[],
  arrival: Arrival,
): readonly ImportedPart[] {
  let parts = new Set<ImportedPart>(['press']);
  let name: { team?: string; author?: string } | undefined;
  for (const entry of sorted) {
    if (entry.type === 'recorded' && !entry.said) {
      // Under another name it stays what it was.
      const { team, author } = entry.state;
      const isSameName = name?.team === team && name.author === author;
      if (!name || (isSameName && arrival === asItCame)) {
        parts = new Set(entry.state.imported);
      }
      name = entry.state;
      continue;
    }
    if (entry.type === 'recorded') {
      name ??= entry.state;
    } else {
      name = { ...name, ...saidBy(entry) };
    }
    const isImported = entry.order !== undefined;
    if (!isImported && presses.includes(entry.type)) {
      parts.delete('press');
    }
    for (const part of partsOf(entry)) {
      if (isImported) {
        parts.add(part);
      } else {
        parts.delete(part);
      }
    }
  }
  return [...parts].sort();
}

function partsOf(entry: InterestEntry): ImportedPart[] {
  const says = (part: string) =>
    entry.type === 'recorded'
      ? entry.said?.includes(part) ?? true
      : part in saidBy(entry);
  return [...interestDetails, 'status' as const, 'withdrawn' as const].filter(
    says,
  );
}
