import { Redated } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { Announcer } from '../kernel/announce/Announcer';
import { saveDemandOf } from '../demand/saveDemandOf';
import { latestPresent } from '../kernel/clock/isFuture';
import { Clock } from '../kernel/clock/Clock';
import { datedWrite } from '../kernel/store/datedWrite';
import { inTransaction } from '../kernel/store/dialect';
import { appendLog } from '../kernel/store/log/appendLog';
import {
  countAhead,
  redateShared,
  targetsAhead,
} from '../kernel/store/redating/findDatedAhead';
import { lockFeedCounter } from '../kernel/store/feed/numberPending';
import { findTarget } from '../kernel/store/targets/findTargets';
import { lockTargets } from '../kernel/store/targets/lockTargets';
import { readPolicies } from '../kernel/store/policies/putPolicyInForce';
import { redateLog } from '../kernel/store/redating/redateLogs';
import { redateWaiting } from '../kernel/store/redating/redateOutside';
import {
  forgetDaysAhead,
  redateRows,
} from '../kernel/store/redating/redateRows';

interface Deps {
  readonly knex: Knex;
  readonly announcer: Pick<Announcer, 'announce'>;
  readonly clock: Clock;
}

/**
 * Mends what a clock that was ahead has dated: nothing that is stored happened
 * later than now. One transaction a target, so that it can be stopped and asked
 * for again; what is right already stays as it is.
 */
export class Redater {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** What there is to mend. */
  async look(): Promise<Redated> {
    const { rows, targets, now } = await this.#find();
    return {
      now: now.toISOString(),
      dryRun: true,
      rows,
      targets: targets.length,
    };
  }

  /** @returns what there was to mend */
  async redate(by: string): Promise<Redated> {
    const { rows, targets, now: begun } = await this.#find();
    await datedWrite(this.#deps.knex, this.#deps.clock, async (tx, now) => {
      await lockFeedCounter(tx);
      await redateShared(tx, { now, latest: latestPresent(now) });
    });
    for (const ref of targets) {
      await inTransaction(this.#deps.knex, tx =>
        this.#redateTarget(tx, ref, by),
      );
    }
    // Last, so that none of them is dated before what it waits for.
    await datedWrite(this.#deps.knex, this.#deps.clock, async (tx, now) => {
      await redateWaiting(tx, { now, latest: latestPresent(now) });
    });
    this.#deps.announcer.announce({ targets });
    return {
      now: begun.toISOString(),
      dryRun: false,
      rows,
      targets: targets.length,
    };
  }

  async #find() {
    const now = this.#deps.clock();
    const latest = latestPresent(now);
    const rows = await countAhead(this.#deps.knex, latest);
    const targets = await targetsAhead(this.#deps.knex, latest);
    return { now, rows, targets };
  }

  async #redateTarget(
    tx: Knex.Transaction,
    ref: string,
    actor: string,
  ): Promise<void> {
    const locked = await lockTargets(tx, [ref], this.#deps.clock);
    const { now, pilots } = locked;
    const { id } = await tx('target').where({ ref }).first('id');
    const present = { now, latest: latestPresent(now) };
    const interest = await redateLog(tx, 'interest_log', id, present);
    const readiness = await redateLog(tx, 'readiness_log', id, present);
    await redateRows(tx, id, { interest, readiness }, present);
    const lines = interest.lines + readiness.lines;
    if (lines > 0) {
      await appendLog(
        tx,
        id,
        [{ type: 'redated', lines, at: now, actor }],
        now,
      );
    }
    const ids = [id, ...pilots.map(pilot => pilot.id)];
    await forgetDaysAhead(tx, ids, now);
    await saveDemandOf(tx, locked, (await findTarget(tx, ref))!, {
      teams: 'all',
      since: interest.earliest,
      policies: await readPolicies(tx),
      at: now,
    });
  }
}
