import { CatalogChange } from '@pilot-to-platform/plugin-pilot-common';

/** Most reports of one change that the catalog does not serve yet. */
const mostAttempts = 6;
/** After that many, its own look through the catalog finds the rest. */
const mostKept = 20_000;
const pauseMs = 1_000;

interface Entry {
  readonly change: CatalogChange;
  readonly attempts: number;
  /** Time to report it, in milliseconds of the clock that is handed in. */
  readonly dueAt: number;
}

/** Changes to report to the pilot backend: of each entity the last one. */
export class ChangeQueue {
  readonly #entries = new Map<string, Entry>();

  get size(): number {
    return this.#entries.size;
  }

  /** Due after a pause, in which the catalog puts together what it serves. */
  note(change: CatalogChange, now: number): void {
    if (this.#entries.size < mostKept || this.#entries.has(change.ref)) {
      const entry = { change, attempts: 0, dueAt: now + pauseMs };
      this.#entries.set(change.ref, entry);
    }
  }

  /** Those that are due, in the order in which they came. */
  due(now: number, limit: number): CatalogChange[] {
    const found: CatalogChange[] = [];
    for (const { change, dueAt } of this.#entries.values()) {
      if (found.length === limit) {
        break;
      }
      if (dueAt <= now) {
        found.push(change);
      }
    }
    return found;
  }

  /** After some could not be told: behind the others, so that these do not wait for ever. */
  postpone(failed: readonly CatalogChange[]): void {
    for (const change of failed) {
      const entry = this.#entries.get(change.ref);
      if (entry?.change === change) {
        this.#entries.delete(change.ref);
        this.#entries.set(change.ref, entry);
      }
    }
  }

  /** After some were told: all of them are done, but those for later and what changed again meanwhile. */
  settle(
    told: readonly CatalogChange[],
    later: ReadonlySet<string>,
    now: number,
  ): void {
    for (const change of told) {
      const entry = this.#entries.get(change.ref);
      if (entry?.change !== change) {
        continue;
      }
      this.#entries.delete(change.ref);
      const attempts = entry.attempts + 1;
      if (later.has(change.ref) && attempts < mostAttempts) {
        const dueAt = now + pauseMs * 2 ** attempts;
        this.#entries.set(change.ref, { change, attempts, dueAt });
      }
    }
  }
}
