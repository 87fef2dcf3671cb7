import { ProjectionPage } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import {
  acknowledgeFeed,
  numberPending,
  readFeedState,
  renewEpoch,
} from '../store/operations/feed';
import { readProjection } from '../store/operations/readProjection';

/** Where a reader of the feed stands. */
export interface FeedPosition {
  /** The last number that the reader has. */
  readonly since: number;
  /** The feed that it read; none before its first page. */
  readonly epoch?: string;
  /** Rows of a page. */
  readonly limit: number;
}

/** What the catalog shows of interest, as a feed of changes. */
export class ProjectionFeed {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
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
