import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, stringifyError } from '@backstage/errors';
import {
  ProjectionPage,
  ProjectionRow,
} from '@pilot-to-platform/plugin-pilot-common';
import { Projection } from './Projection';
import { ProjectionFeed } from './ProjectionFeed';

/** Keeps the projection of this replica as new as the feed. */
export class FeedReader {
  readonly #feed: ProjectionFeed;
  readonly #projection: Projection;
  readonly #refresh: (targets: readonly string[]) => Promise<void>;
  readonly #logger: LoggerService;
  /** Outlives a failed refresh, because its rows are not read again. */
  readonly #toRefresh = new Set<string>();
  #running?: Promise<void>;
  #next?: Promise<void>;
  #abort = new AbortController();
  #stopped = false;
  #failing = false;

  constructor(options: {
    feed: ProjectionFeed;
    projection: Projection;
    refresh: (targets: readonly string[]) => Promise<void>;
    logger: LoggerService;
  }) {
    this.#feed = options.feed;
    this.#projection = options.projection;
    this.#refresh = options.refresh;
    this.#logger = options.logger;
  }

  /**
   * Asks for a pull. One runs at a time; whoever asks meanwhile shares the one
   * that follows, so that no change is missed.
   *
   * @param wait - for how many seconds, at most, it waits for a change where there is none yet
   * @returns when a pull that began after the call is over; never rejects
   */
  pull(wait = 0): Promise<void> {
    if (!this.#running) {
      this.#running = this.#tryPull(wait).finally(() => {
        this.#running = undefined;
      });
      return this.#running;
    }
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      return this.pull();
    });
    return this.#next;
  }

  /** Ends the pull that runs, and makes every later one do nothing. */
  stop(): void {
    this.#stopped = true;
    this.#abort.abort();
  }

  async #tryPull(wait: number): Promise<void> {
    if (this.#stopped) {
      return;
    }
    this.#abort = new AbortController();
    try {
      await this.#pull(wait);
      this.#reportSuccess();
    } catch (error) {
      this.#reportFailure(error);
    }
  }

  async #pull(wait: number): Promise<void> {
    const acknowledged =
      (await this.#readChanges(this.#toRefresh.size > 0 ? 0 : wait)) ??
      (await this.#readEverything());
    this.#remember(this.#projection.settle());
    if (this.#toRefresh.size > 0) {
      await this.#refresh([...this.#toRefresh]);
      this.#toRefresh.clear();
    }
    const { epoch, sequence } = this.#projection;
    if (epoch !== undefined && sequence > acknowledged) {
      const { signal } = this.#abort;
      await this.#feed.acknowledge({ epoch, sequence }, { signal });
    }
  }

  /** Returns what is acknowledged, or nothing where only a full load helps. */
  async #readChanges(wait: number): Promise<number | undefined> {
    const { epoch } = this.#projection;
    if (epoch === undefined) {
      return undefined;
    }
    for (let first = true; ; first = false) {
      const since = this.#projection.sequence;
      const page = await this.#read(since, epoch, first ? wait : 0);
      if (page.epoch !== epoch || page.sequence < since) {
        return undefined;
      }
      this.#projection.apply(page.sequence, page.changes);
      this.#remember(page.changes.map(row => row.target));
      if (!page.more) {
        return page.acknowledged;
      }
    }
  }

  /** Loads all pages before any of them counts. */
  async #readEverything(): Promise<number> {
    const first = await this.#read(0);
    const rows = new Map(first.changes.map(row => [row.target, row]));
    let last = first;
    while (last.more) {
      const since = last.sequence;
      last = await this.#read(since, first.epoch);
      if (last.epoch !== first.epoch || last.sequence < since) {
        throw new ConflictError('The feed began again during a full load');
      }
      last.changes.forEach(row => rows.set(row.target, row));
    }
    this.#show(first, last.sequence, [...rows.values()]);
    return first.acknowledged;
  }

  #show(
    { epoch, acknowledged }: ProjectionPage,
    sequence: number,
    rows: readonly ProjectionRow[],
  ): void {
    this.#remember(this.#projection.replace(epoch, sequence, rows));
    this.#remember(
      rows.filter(row => row.seq > acknowledged).map(row => row.target),
    );
    this.#logger.info(
      `Loaded the recorded interest of ${this.#projection.size} targets`,
    );
  }

  async #read(
    since: number,
    epoch?: string,
    wait = 0,
  ): Promise<ProjectionPage> {
    const { signal } = this.#abort;
    const page = await this.#feed.read(
      { since, epoch, ...(wait > 0 && { wait }) },
      { signal },
    );
    if (page.more && page.sequence === since) {
      throw new ConflictError(
        `The feed has more than number ${since} but does not move on`,
      );
    }
    return page;
  }

  #remember(targets: readonly string[]): void {
    targets.forEach(target => this.#toRefresh.add(target));
  }

  #reportSuccess(): void {
    if (this.#failing) {
      this.#failing = false;
      this.#logger.info('Recorded interest reaches the catalog again');
    }
  }

  /** Only the first failure of an outage is news. */
  #reportFailure(error: unknown): void {
    if (this.#failing || this.#stopped) {
      return;
    }
    this.#failing = true;
    this.#logger.warn(
      `Recorded interest does not reach the catalog, which keeps its last known relations and tries again: ${stringifyError(
        error,
      )}`,
    );
  }
}
