/**
 * Something that is loaded over the network: on its way, not to be had, or in
 * hand, then with the error of the latest attempt to refresh it, if any.
 */
export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: Error }
  | { readonly state: 'ready'; readonly value: T; readonly error?: Error };

/** Age up to which one more place that shows a value does not load it again. */
const freshMs = 30_000;

/** One shared value that is loaded once for all places which show it. */
export class Resource<T> {
  readonly #load: () => Promise<T>;
  readonly #listeners = new Set<() => void>();
  #current: Loaded<T> = { state: 'loading' };
  #loadedAt = -Infinity;
  #arrivedAt?: string;
  #underWay?: Promise<void>;
  #changes = 0;

  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly current = (): Loaded<T> => this.#current;

  /** Time when the value in hand came. */
  get loadedAt(): string | undefined {
    return this.#arrivedAt;
  }

  get isShown(): boolean {
    return this.#listeners.size > 0;
  }

  /** Loads what is missing, failed or old; what is in hand stays meanwhile. */
  want(): void {
    const isFresh =
      this.#current.state === 'ready' &&
      performance.now() - this.#loadedAt < freshMs;
    if (!isFresh) void this.#start();
  }

  /** Loads again, whatever is in hand. */
  reload(): void {
    if (this.#current.state === 'failed') this.#become({ state: 'loading' });
    void this.#start();
  }

  /** Replaces the value by a newer one, such as the answer to a change. */
  set(value: T): void {
    this.#changes += 1;
    this.#loadedAt = performance.now();
    this.#arrivedAt = new Date().toISOString();
    this.#become({ state: 'ready', value });
  }

  /** Says that the value is out of date: who shows it gets a new one. */
  expire(): void {
    this.#changes += 1;
    this.#loadedAt = -Infinity;
    if (this.isShown) void this.#start();
  }

  /** Waits until loading has ended, and returns its value or failure. */
  async settled(): Promise<Loaded<T>> {
    if (this.#current.state !== 'ready') await this.#start();
    return this.#current;
  }

  #start(): Promise<void> {
    this.#underWay ??= this.#run().finally(() => {
      this.#underWay = undefined;
    });
    return this.#underWay;
  }

  async #run(): Promise<void> {
    const changes = this.#changes;
    const answer = await this.#load().then(
      value => () => this.set(value),
      error => () => this.#fail(error as Error),
    );
    // An answer asked for before a change is older than the change.
    if (changes === this.#changes) {
      answer();
    } else if (this.#loadedAt === -Infinity) {
      await this.#run();
    }
  }

  #fail(error: Error): void {
    this.#become(
      this.#current.state === 'ready'
        ? { ...this.#current, error }
        : { state: 'failed', error },
    );
  }

  #become(next: Loaded<T>): void {
    this.#current = next;
    this.#listeners.forEach(listener => listener());
  }
}

/** One resource per key, made when it is first asked for. */
export class ResourceMap<T> {
  readonly #load: (key: string) => Promise<T>;
  readonly #resources = new Map<string, Resource<T>>();

  constructor(load: (key: string) => Promise<T>) {
    this.#load = load;
  }

  get(key: string): Resource<T> {
    let resource = this.#resources.get(key);
    if (!resource) {
      resource = new Resource(() => this.#load(key));
      this.#resources.set(key, resource);
    }
    return resource;
  }

  expireAll(): void {
    this.#resources.forEach(resource => resource.expire());
  }

  expireAllBut(key: string): void {
    for (const [other, resource] of this.#resources) {
      if (other !== key) resource.expire();
    }
  }
}
