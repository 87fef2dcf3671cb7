import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  CatalogChange,
  mostCatalogChanges,
} from '@pilot-to-platform/plugin-pilot-common';
import { ChangeQueue } from './ChangeQueue';

/** Reports changes to the pilot backend, and returns the refs to report again. */
export type TellChanges = (
  changes: readonly CatalogChange[],
  options: { signal: AbortSignal },
) => Promise<readonly string[]>;

const firstPauseMs = 1_000;
const longestPauseMs = 30_000;

/**
 * Reports processed entities to the pilot backend, many at once. It keeps those
 * that it cannot report, and reports them later; the pilot backend finds lost
 * ones in its next comparison with the catalog.
 */
export class ChangeTeller {
  readonly #queue: ChangeQueue;
  readonly #tell: TellChanges;
  readonly #logger: LoggerService;
  readonly #now: () => number;
  readonly #abort = new AbortController();
  #pauseMs = 0;
  #pausedUntil = -Infinity;

  constructor(options: {
    queue: ChangeQueue;
    tell: TellChanges;
    logger: LoggerService;
    /** Milliseconds that only grow. */
    now: () => number;
  }) {
    this.#queue = options.queue;
    this.#tell = options.tell;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /** Tells of all that is due. One run at a time; never rejects. */
  async run(): Promise<void> {
    while (!this.#abort.signal.aborted && this.#now() >= this.#pausedUntil) {
      const changes = this.#queue.due(this.#now(), mostCatalogChanges);
      if (changes.length === 0) {
        return;
      }
      await this.#send(changes);
    }
  }

  /** Ends what is under way, and makes every later run do nothing. */
  stop(): void {
    this.#abort.abort();
  }

  async #send(changes: readonly CatalogChange[]): Promise<void> {
    try {
      const { signal } = this.#abort;
      const later = await this.#tell(changes, { signal });
      this.#queue.settle(changes, new Set(later), this.#now());
      this.#reportSuccess();
    } catch (error) {
      this.#queue.postpone(changes);
      this.#reportFailure(error);
    }
  }

  #reportSuccess(): void {
    if (this.#pauseMs > 0) {
      this.#pauseMs = 0;
      this.#logger.info('Pilots hear of changes in the catalog again');
    }
  }

  /** Only the first failure of an outage is news. */
  #reportFailure(error: unknown): void {
    if (this.#pauseMs === 0 && !this.#abort.signal.aborted) {
      this.#logger.warn(
        `The pilot backend does not hear of changes in the catalog, which are kept and told later: ${stringifyError(
          error,
        )}`,
      );
    }
    this.#pauseMs = Math.min(
      Math.max(this.#pauseMs * 2, firstPauseMs),
      longestPauseMs,
    );
    this.#pausedUntil = this.#now() + this.#pauseMs;
  }
}
