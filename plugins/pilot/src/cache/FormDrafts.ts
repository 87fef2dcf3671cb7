import { dayMs } from '@pilot-to-platform/plugin-pilot-common';
import type { Resource } from './Resource';

const prefix = 'pilot.draft';

/** Age after which a draft that nobody came back to is forgotten. */
const maxAgeMs = 14 * dayMs;

/** Value that the browser stores under a key. */
interface Kept {
  readonly at: number;
  readonly draft: object;
}

/**
 * Drafts by form: text that was typed and not sent. A draft stays in the
 * storage of this browser, under the person who typed it, until it is saved,
 * discarded or two weeks old: over a reload, a new session and an app that is
 * mounted anew. It goes to no server. Without a storage it stays until the page
 * is left.
 */
export class FormDrafts {
  readonly #drafts = new Map<string, object>();
  readonly #listeners = new Set<() => void>();
  readonly #reader: Resource<string>;
  readonly #storage: Storage | undefined;
  readonly #now: () => number;
  #person?: string;

  constructor(deps: {
    /** The ref of who types. */
    reader: Resource<string>;
    storage?: Storage;
    now?: () => number;
  }) {
    this.#reader = deps.reader;
    this.#storage = deps.storage;
    this.#now = deps.now ?? Date.now;
    void this.#learnPerson();
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** @param form - the name of one form, which always has drafts of one shape */
  of<T extends object>(form: string): T | undefined {
    return this.#drafts.get(form) as T | undefined;
  }

  keep(form: string, draft: object): void {
    this.#drafts.set(form, draft);
    this.#write(form, draft);
    this.#tell();
    void this.#learnPerson();
  }

  drop(form: string): void {
    if (!this.#drafts.delete(form)) return;
    if (this.#person) this.#storage?.removeItem(this.#key(form));
    this.#tell();
  }

  /** Finds out who types, and stores what they typed before that. */
  async #learnPerson(): Promise<void> {
    if (this.#person) return;
    const reader = await this.#reader.settled();
    if (reader.state !== 'ready' || this.#person) return;
    this.#person = reader.value;
    for (const [form, draft] of this.#drafts) this.#write(form, draft);
    this.#forgetOld();
    if (this.#read()) this.#tell();
  }

  #read(): boolean {
    const mine = this.#key('');
    let isAny = false;
    for (const key of this.#keys().filter(each => each.startsWith(mine))) {
      const form = key.slice(mine.length);
      const kept = this.#keptUnder(key);
      if (kept && !this.#drafts.has(form)) {
        this.#drafts.set(form, kept.draft);
        isAny = true;
      }
    }
    return isAny;
  }

  /** Removes old drafts of everybody who uses this browser. */
  #forgetOld(): void {
    const oldest = this.#now() - maxAgeMs;
    for (const key of this.#keys()) {
      const kept = this.#keptUnder(key);
      if (!kept || kept.at < oldest) this.#storage?.removeItem(key);
    }
  }

  #write(form: string, draft: object): void {
    if (!this.#person) return;
    const kept: Kept = { at: this.#now(), draft };
    try {
      this.#storage?.setItem(this.#key(form), JSON.stringify(kept));
    } catch {
      // The storage is full: the draft stays until the page is left.
    }
  }

  #keptUnder(key: string): Kept | undefined {
    try {
      const kept = JSON.parse(this.#storage?.getItem(key) ?? 'null');
      const isWhole =
        typeof kept?.at === 'number' &&
        typeof kept.draft === 'object' &&
        kept.draft !== null;
      return isWhole ? kept : undefined;
    } catch {
      return undefined;
    }
  }

  #keys(): string[] {
    return Object.keys(this.#storage ?? {}).filter(key =>
      key.startsWith(`${prefix}:`),
    );
  }

  #key(form: string): string {
    return `${prefix}:${this.#person}:${form}`;
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** The storage of this browser; a person can have forbidden it. */
export function browserStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
