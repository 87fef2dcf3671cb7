import { InterestEntry } from './Decision';
import { foldAcross, foldInterest } from './foldInterest';
import { interestDetails } from '../kernel/store/interests/interestDetails';
import { StoredInterest } from '../kernel/store/interests/interestRows';

const said = [
  ...interestDetails,
  ...(['status', 'statusNote', 'statusBy', 'statusAt'] as const),
  ...(['withdrawn', 'confirmedAt'] as const),
];

/**
 * The state of an interest when a merge brought it, as imported lines of the time
 * before that lead to. The line that came with the merge holds the state as it was
 * known then, and would write over them: it is said once more, with what they change.
 *
 * @param logs - of one interest: in the targets that it was in before, here, and what
 *   an import adds here
 */
export function saidOnArrival(logs: {
  readonly before: readonly InterestEntry[];
  readonly here: readonly InterestEntry[];
  readonly added: readonly InterestEntry[];
}): InterestEntry[] {
  const { added } = logs;
  const known = [...logs.before, ...logs.here];
  const again: InterestEntry[] = [];
  for (const at of arrivalsIn(logs.here)) {
    if (!added.some(entry => entry.at <= at)) {
      continue;
    }
    const was = foldAcross(known, at);
    const is = foldInterest([...known, ...again, ...added], at);
    const becomes = foldAcross([...known, ...added], at);
    if (!was || !is || !becomes) {
      continue;
    }
    const changed = said.filter(key => !isSame(was[key], becomes[key]));
    if (changed.some(key => !isSame(is[key], becomes[key]))) {
      const state: StoredInterest = { ...is, ...pick(becomes, changed) };
      again.push({
        type: 'recorded',
        at,
        actor: is.author,
        state: { ...state, imported: becomes.imported },
      });
    }
  }
  return again;
}

/** The instants at which an interest came as it was, from another target or name. */
function arrivalsIn(entries: readonly InterestEntry[]): Date[] {
  const times = entries
    .filter(entry => entry.type === 'recorded' && !entry.said)
    .map(({ at }) => at.getTime());
  return [...new Set(times)].sort((a, b) => a - b).map(time => new Date(time));
}

function pick(
  interest: StoredInterest,
  keys: ReadonlyArray<keyof StoredInterest>,
): Partial<StoredInterest> {
  return Object.fromEntries(keys.map(key => [key, interest[key]]));
}

function isSame(a: unknown, b: unknown): boolean {
  return a instanceof Date && b instanceof Date
    ? a.getTime() === b.getTime()
    : a === b;
}
