import { ServiceUnavailableError } from '@backstage/errors';
import { ProjectionPage } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { setTimeout } from 'node:timers/promises';
import {
  acknowledgeFeed,
  readFeedState,
  renewEpoch,
} from '../kernel/store/feed/feedCounter';
import { numberPending } from '../kernel/store/feed/pendingChanges';
import { readProjection } from '../kernel/store/feed/readProjection';

/** Position of a reader in the feed. */
export interface FeedPosition {
  /** The last number that the reader has. */
  readonly since: number;
  /** The feed that it read; none before its first page. */
  readonly epoch?: string;
  /** Rows of a page. */
  readonly limit: number;
}

/** Longest time that a reader waits for something to change. */
export interface FeedPatience {
  readonly milliseconds: number;
  /** Aborts when the reader has gone. */
  readonly signal: AbortSignal;
}

/** Milliseconds between looks for changes by other replicas during a wait. */
const lookMs = 1_000;

/** Feed of the changes to what the catalog shows of interest. */
export class ProjectionFeed {
  readonly #knex: Knex;

  readonly #reading = new Set<Promise<unknown>>();
  #changed = new AbortController();
  #stopped = false;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Lets those who wait look at once, as something has changed. */
  wake(): void {
    this.#changed.abort();
    this.#changed = new AbortController();
  }

  /**
   * Answers all who wait, now and from now on, and comes back when nobody reads any
   * more: the process is about to end, and the database with it.
   */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.wake();
    await Promise.allSettled(this.#reading);
  }

  /**
   * The changes after a position as soon as there are any, or the empty page once the patience is over. One request
   * that waits takes the place of one each second, which every portal would find in its log.
   */
  async readWhenChanged(
    position: FeedPosition,
    { milliseconds, signal }: FeedPatience,
  ): Promise<ProjectionPage> {
    const end = performance.now() + milliseconds;
    if (this.#stopped) {
      throw new ServiceUnavailableError('The backend is about to end');
    }
    for (;;) {
      // Of before the read, so that no change falls in between.
      const { signal: changed } = this.#changed;
      const page = await this.#tracked(this.read(position));
      const isNews =
        page.changes.length > 0 ||
        page.epoch !== position.epoch ||
        page.sequence !== position.since;
      const left = end - performance.now();
      if (isNews || left <= 0 || signal.aborted || this.#stopped) {
        return page;
      }
      await setTimeout(Math.min(left, lookMs), undefined, {
        signal: AbortSignal.any([signal, changed]),
      }).catch(() => undefined);
      if (this.#stopped) {
        // Whatever changed meanwhile is there for the next reader.
        return page;
      }
    }
  }

  async #tracked<T>(reading: Promise<T>): Promise<T> {
    this.#reading.add(reading);
    try {
      return await reading;
    } finally {
      this.#reading.delete(reading);
    }
  }

  /** The changes after a position; all of them for a reader of another feed. */
  async read(position: FeedPosition): Promise<ProjectionPage> {
    await numberPending(this.#knex);
    let state = await readFeedState(this.#knex);
    if (position.epoch === state.epoch && position.since > state.sequence) {
      await renewEpoch(this.#knex, state.epoch);
      state = await readFeedState(this.#knex);
    }
    const { epoch, sequence, acknowledged } = state;
    // A reader of another feed, or one ahead of a restored one, starts again.
    const foreign =
      (position.epoch !== undefined && position.epoch !== epoch) ||
      position.since > sequence;
    const changes = await readProjection(this.#knex, {
      since: foreign ? 0 : position.since,
      limit: position.limit,
    });
    return {
      epoch,
      sequence: changes.at(-1)?.seq ?? sequence,
      more: changes.length === position.limit,
      acknowledged,
      changes,
    };
  }

  /** Notes that the catalog refreshed everything up to a number. */
  async acknowledge(position: {
    epoch: string;
    sequence: number;
  }): Promise<void> {
    await acknowledgeFeed(this.#knex, position);
  }
}
