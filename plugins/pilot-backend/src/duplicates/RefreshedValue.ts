import { toItsEnd } from '../kernel/cost/giveWay';

const keptMs = 5 * 60 * 1000;
/** Shortest time between two values while the source changes. */
const leastMs = 10 * 1000;

interface Deps {
  readonly clock: () => Date;
  readonly onError: (error: Error) => void;
}

/**
 * Keeps what takes long to make. When it is five minutes old, or known to be of
 * before a change, it is made anew in the background; whoever asks meanwhile gets the one that there is, and only
 * the very first wait.
 */
export class RefreshedValue<T> {
  readonly #deps: Deps;
  #kept?: { readonly value: T; readonly at: Date; readonly mark?: unknown };
  #making?: Promise<T>;

  /** @param options - `onError` hears why an old one is still in use */
  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** @param mark - of what it is made from; another one says that it changed */
  async get(make: () => Promise<T>, mark?: unknown): Promise<T> {
    if (!this.#kept) {
      return this.#made(make, mark);
    }
    const age = this.#deps.clock().getTime() - this.#kept.at.getTime();
    if (age >= keptMs || (mark !== this.#kept.mark && age >= leastMs)) {
      this.#made(make, mark).catch(this.#deps.onError);
    }
    return this.#kept.value;
  }

  /** Those who ask while it is under way wait for the same one. */
  #made(make: () => Promise<T>, mark: unknown): Promise<T> {
    this.#making ??= toItsEnd(() => this.#make(make, mark)).finally(() => {
      this.#making = undefined;
    });
    return this.#making;
  }

  async #make(make: () => Promise<T>, mark: unknown): Promise<T> {
    const at = this.#deps.clock();
    const value = await make();
    this.#kept = { value, at, mark };
    return value;
  }
}
