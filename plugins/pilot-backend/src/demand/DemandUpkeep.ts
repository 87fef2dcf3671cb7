import {
  DemandSummary,
  policyAt,
  PolicyInForce,
  summaryAt,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { giveWay } from '../kernel/cost/giveWay';
import { Clock } from '../kernel/clock/Clock';
import { inTransaction } from '../kernel/store/dialect';
import { enqueueFeed } from '../kernel/store/feed/pendingChanges';
import { lockTargets } from '../kernel/store/targets/lockTargets';
import { pageRanked, staleTargets } from '../kernel/store/demand/pageDemand';
import { readPolicies } from '../kernel/store/policies/readPolicies';
import { saveRank } from '../kernel/store/demand/saveDemand';
import { saveUpkeep } from '../kernel/store/upkeep/finishedPasses';
import { daysBefore, growthDays } from './daysBefore';
import { demandsAt } from './demandsAt';
import { saveDemandOf } from './saveDemandOf';
import { StoredTarget } from '../kernel/store/targets/targetRows';
import { latestOf } from '../kernel/clock/latestOf';

const sweepBatch = 100;
/** Targets locked at once: a recording waits for one of these batches at most. */
const recomputeBatch = 20;
/** Below this many points, two scores are the same for the order of a list. */
const tolerance = 0.05;

interface Deps {
  readonly knex: Knex;
  /** The database's own if not given. */
  readonly clock?: Clock;
}

/** Renews stored demand as time and the operator change it. */
export class DemandUpkeep {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Lets the scores and levels that lists are ordered by follow time. */
  async sweep(now: Date, signal?: AbortSignal): Promise<void> {
    const policies = await readPolicies(this.#deps.knex);
    for (let after = 0; !signal?.aborted; ) {
      await giveWay();
      const targets = await pageRanked(this.#deps.knex, {
        after,
        limit: sweepBatch,
        policy: policyAt(policies, now).fingerprint,
      });
      if (targets.length === 0) {
        await saveUpkeep(this.#deps.knex, 'sweep', now);
        return;
      }
      after = targets.at(-1)!.id;
      await this.#sweepPage(targets, policies, now);
    }
  }

  async #sweepPage(
    targets: readonly StoredTarget[],
    policies: readonly PolicyInForce[],
    now: Date,
  ): Promise<void> {
    const { policy } = policyAt(policies, now);
    const earlier = daysBefore(now, growthDays);
    const past = await demandsAt(this.#deps.knex, targets, [earlier], policies);
    const moved = targets
      .map(target => {
        const { score, level } = summaryAt(target.sums, now, policy);
        const growth = score - past.get(target.id)![0].score;
        return { target, rank: { score, level, growth } };
      })
      .filter(({ target, rank }) => hasMoved(target, rank));
    await inTransaction(this.#deps.knex, async tx => {
      for (const { target, rank } of moved) {
        await giveWay();
        const written = await saveRank(tx, target, rank, now);
        if (written && target.kind === 'pilot' && rank.level !== target.level) {
          await enqueueFeed(tx, [target.id]);
        }
      }
    });
  }

  /**
   * Keeps the sums anew that were computed under another policy than the one
   * in force: each target once, whatever comes of it. It can be stopped
   * anywhere: what is left is found the next time.
   *
   * @throws what kept some of them from being written, after all others were
   */
  async recompute(now: Date, signal?: AbortSignal): Promise<void> {
    let failure: Error | undefined;
    for (let after = 0; !signal?.aborted; ) {
      await giveWay();
      const { fingerprint } = policyAt(
        await readPolicies(this.#deps.knex),
        now,
      );
      const stale = await staleTargets(this.#deps.knex, fingerprint, {
        after,
        limit: recomputeBatch,
      });
      if (stale.length === 0) {
        break;
      }
      after = stale.at(-1)!.id;
      const refs = stale.map(({ ref }) => ref);
      try {
        await this.#recomputeAll(refs);
      } catch (error) {
        failure = error as Error;
        await this.#recomputeEach(refs);
      }
    }
    if (failure) {
      throw failure;
    }
  }

  /** One by one, after one of them kept all of them from being written. */
  async #recomputeEach(refs: readonly string[]): Promise<void> {
    for (const ref of refs) {
      await this.#recomputeAll([ref]).catch(() => {});
    }
  }

  async #recomputeAll(refs: readonly string[]): Promise<void> {
    await inTransaction(this.#deps.knex, async tx => {
      const { targets, now } = await lockTargets(tx, refs, this.#deps.clock);
      const policies = await readPolicies(tx);
      for (const target of targets.values()) {
        await giveWay();
        const at = latestOf(now, target.lastAt);
        await saveDemandOf(tx, { pilots: [] }, target, {
          teams: 'all',
          policies,
          at,
        });
      }
    });
  }
}

function hasMoved(
  target: StoredTarget,
  rank: Pick<DemandSummary, 'score' | 'level'> & { growth: number },
): boolean {
  return (
    rank.level !== target.level ||
    Math.abs(rank.score - target.score) > tolerance ||
    Math.abs(rank.growth - target.growth) > tolerance
  );
}
