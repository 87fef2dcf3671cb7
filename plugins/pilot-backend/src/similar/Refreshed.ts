const keptMs = 5 * 60 * 1000;

/**
 * Keeps what takes long to make. When it is five minutes old it is made anew in
 * the background; whoever asks meanwhile gets the one that there is, and only
 * the very first wait.
 */
export class Refreshed<T> {
  readonly #clock: () => Date;
  readonly #onError: (error: Error) => void;
  #kept?: { readonly value: T; readonly at: Date };
  #making?: Promise<T>;

  /** @param options - `onError` hears why an old one is still in use */
  constructor(options: { clock: () => Date; onError: (error: Error) => void }) {
    this.#clock = options.clock;
    this.#onError = options.onError;
  }

  async get(make: () => Promise<T>): Promise<T> {
    if (!this.#kept) {
      return this.#made(make);
    }
    if (this.#clock().getTime() - this.#kept.at.getTime() >= keptMs) {
      this.#made(make).catch(this.#onError);
    }
    return this.#kept.value;
  }

  /** Those who ask while it is under way wait for the same one. */
  #made(make: () => Promise<T>): Promise<T> {
    this.#making ??= this.#make(make).finally(() => {
      this.#making = undefined;
    });
    return this.#making;
  }

  async #make(make: () => Promise<T>): Promise<T> {
    const at = this.#clock();
    const value = await make();
    this.#kept = { value, at };
    return value;
  }
}
