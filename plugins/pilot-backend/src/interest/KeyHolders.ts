import { InterestEntry } from './Decision';
import { inOrder } from './inOrder';

/** Key that tells the interests of a target apart. */
export interface InterestKey {
  readonly team: string;
  readonly author: string;
  readonly useCaseKey: string;
}

interface Holding {
  readonly id: string;
  /** Time at which it took another key; `Infinity` if it has not. */
  readonly until: number;
  readonly from: number;
}

/** Tells which interest a key named at a date: an author may have changed it since. */
export class KeyHolders {
  readonly #holdings = new Map<string, Holding[]>();

  constructor(interests: Iterable<readonly InterestEntry[]> = []) {
    for (const entries of interests) {
      this.add(entries);
    }
  }

  /** Notes an interest, from its log in this target. */
  add(entries: readonly InterestEntry[]): void {
    let current: (InterestKey & { id: string }) | undefined;
    let from = -Infinity;
    for (const entry of inOrder(entries)) {
      const next = nextKey(current, entry);
      if (current && next && keyOf(next) !== keyOf(current)) {
        this.#note(current, from, entry.at.getTime());
        from = entry.at.getTime();
      }
      current = next && { ...next, id: current?.id ?? next.id };
    }
    if (current) {
      this.#note(current, from, Infinity);
    }
  }

  /** The id of the interest that a key named at a date, or came to name before it had another. */
  at(key: InterestKey, date: Date): string | undefined {
    return this.#holdings
      .get(keyOf(key))
      ?.find(({ until }) => until > date.getTime())?.id;
  }

  #note(key: InterestKey & { id: string }, from: number, until: number): void {
    const others = (this.#holdings.get(keyOf(key)) ?? []).filter(
      holding => holding.id !== key.id || holding.until !== until,
    );
    this.#holdings.set(
      keyOf(key),
      [...others, { id: key.id, from, until }].sort(
        (a, b) => a.until - b.until || a.from - b.from,
      ),
    );
  }
}

/** Returns the key after a line; a second `recorded` with `said` keeps it. */
function nextKey(
  current: (InterestKey & { id: string }) | undefined,
  entry: InterestEntry,
): (InterestKey & { id: string }) | undefined {
  if (entry.type === 'recorded') {
    return current && entry.said ? current : entry.state;
  }
  return current && { ...current, ...entry.change };
}

function keyOf({ team, author, useCaseKey }: InterestKey): string {
  return [team, author, useCaseKey].join('\n');
}
