interface Wanted<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: unknown) => void;
}

/** As many as one request may mostly ask for. */
const mostKeys = 500;

/** Loads what is asked for in one moment by one request. */
export class Batch<T> {
  readonly #load: (keys: readonly string[]) => Promise<readonly T[]>;
  readonly #limit: number;
  #wanted = new Map<string, Wanted<T>>();

  /**
   * @param load - answers in the order of the keys
   * @param limit - of keys in one request
   */
  constructor(
    load: (keys: readonly string[]) => Promise<readonly T[]>,
    limit = mostKeys,
  ) {
    this.#load = load;
    this.#limit = limit;
  }

  get(key: string): Promise<T> {
    // The parts of a page are put up one after the other, but without a pause.
    if (this.#wanted.size === 0) setTimeout(() => this.#send());
    let wanted = this.#wanted.get(key);
    if (!wanted) {
      wanted = promised<T>();
      this.#wanted.set(key, wanted);
    }
    return wanted.promise;
  }

  #send(): void {
    const all = [...this.#wanted];
    this.#wanted = new Map();
    for (let start = 0; start < all.length; start += this.#limit) {
      const some = all.slice(start, start + this.#limit);
      this.#load(some.map(([key]) => key)).then(
        values => some.forEach(([, { resolve }], i) => resolve(values[i])),
        error => some.forEach(([, { reject }]) => reject(error)),
      );
    }
  }
}

function promised<T>(): Wanted<T> {
  let resolve: Wanted<T>['resolve'] = () => {};
  let reject: Wanted<T>['reject'] = () => {};
  const promise = new Promise<T>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  return { promise, resolve, reject };
}
