import { LoggerService } from '@backstage/backend-plugin-api';
import { CheckDefinition } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { latestPresent } from '../kernel/clock/isFuture';
import {
  DueTarget,
  longAgoCollected,
  neverCollected,
  otherwiseCollected,
} from '../kernel/store/readiness/findDueFacts';
import { ChecksInUse } from './ChecksInUse';
import { FactKeeper } from './FactKeeper';
import { fingerprintOfChecks } from './fingerprintOfChecks';
import { StoredTarget } from '../kernel/store/targets/targetRows';

const batch = 100;

interface Deps {
  readonly knex: Knex;
  readonly keeper: FactKeeper;
  readonly checks: readonly CheckDefinition[];
  readonly inUse: ChecksInUse;
  readonly refreshMs: number;
  readonly logger: LoggerService;
  readonly clock: () => Date;
}

/**
 * Asks the automatic sources again about everything that they were not asked
 * about for a while: first what was never collected, then what was collected
 * under other checks, then the oldest. What an interrupted run leaves, the next
 * one finds. Where a replica with newer checks runs, all is left to it.
 */
export class FactRefresh {
  readonly #deps: Deps;
  readonly #fingerprint: string;
  /** Looking for other checks reads all facts; once nothing is left it is done. */
  #isUniform = false;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#fingerprint = fingerprintOfChecks(deps.checks);
  }

  async run(signal?: AbortSignal): Promise<void> {
    const { areNewest, areAlone } = await this.#deps.inUse.standing();
    // Replicas with other checks collect by them, the older ones what is new.
    this.#isUniform = this.#isUniform && areAlone;
    if (!areNewest) {
      return;
    }
    const collect = (targets: readonly StoredTarget[]) =>
      this.#collect(targets, signal);
    const limit = batch;
    for (let after = 0; !signal?.aborted; ) {
      const targets = await neverCollected(this.#deps.knex, { after, limit });
      if (targets.length === 0) {
        break;
      }
      await collect(targets);
      after = targets.at(-1)!.id;
    }
    await this.#otherwiseCollected(collect, signal);
    const now = this.#deps.clock();
    const times = {
      before: new Date(now.getTime() - this.#deps.refreshMs),
      latest: latestPresent(now),
    };
    for (let after: DueTarget | undefined; !signal?.aborted; ) {
      const due = await longAgoCollected(this.#deps.knex, times, {
        after,
        limit,
      });
      if (due.length === 0) {
        break;
      }
      await collect(due.map(({ target }) => target));
      after = due.at(-1);
    }
  }

  async #otherwiseCollected(
    collect: (targets: readonly StoredTarget[]) => Promise<void>,
    signal?: AbortSignal,
  ): Promise<void> {
    for (let after = 0; !this.#isUniform && !signal?.aborted; ) {
      const targets = await otherwiseCollected(
        this.#deps.knex,
        this.#fingerprint,
        {
          after,
          limit: batch,
        },
      );
      if (targets.length === 0) {
        this.#isUniform = after === 0;
        break;
      }
      await collect(targets);
      after = targets.at(-1)!.id;
    }
  }

  /** A batch that fails is tried again by the next run, and stops no other. */
  async #collect(
    targets: readonly StoredTarget[],
    signal?: AbortSignal,
  ): Promise<void> {
    try {
      await this.#deps.keeper.collect(targets, this.#deps.clock(), signal);
    } catch (error) {
      this.#deps.logger.warn(
        `The readiness of ${targets.length} entities, from ${targets[0].ref}, could not be collected; it is tried again`,
        error as Error,
      );
    }
  }
}
