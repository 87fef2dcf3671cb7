import { Redate, Redated } from '@pilot-to-platform/plugin-pilot-common';
import { CallOptions } from '../kernel/access/CallOptions';
import { Permits } from '../kernel/access/Permits';
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
import { lockFeedCounter } from '../kernel/store/feed/feedCounter';
import { findTarget } from '../kernel/store/targets/findTargets';
import { lockTargets } from '../kernel/store/targets/lockTargets';
import { readPolicies } from '../kernel/store/policies/readPolicies';
import { redateLog } from '../kernel/store/redating/redateLogs';
import { redateWaiting } from '../kernel/store/redating/redateOutside';
import {
  forgetDaysAhead,
  redateRows,
} from '../kernel/store/redating/redateRows';

interface Deps {
  readonly permits: Permits;
  readonly knex: Knex;
  readonly announcer: Pick<Announcer, 'announce'>;
  readonly clock: Clock;
}

/** Lets administrators, and services with the permission, mend wrong dates. */
export class RedateService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** @throws NotAllowedError for everybody else */
  async redate(
    { dryRun = false }: Redate,
    { credentials }: CallOptions,
  ): Promise<Redated> {
    await this.#deps.permits.requireAdmin(credentials);
    if (dryRun) {
      return this.#look();
    }
    const by =
      this.#deps.permits.serviceOf(credentials) ??
      (await this.#deps.permits.caller(credentials)).user;
    return this.#redateAll(by);
  }

  /** Counts what there is to mend. */
  async #look(): Promise<Redated> {
    const { rows, targets, now } = await this.#find();
    return {
      now: now.toISOString(),
      dryRun: true,
      rows,
      targets: targets.length,
    };
  }

  /** @returns what there was to mend */
  async #redateAll(by: string): Promise<Redated> {
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
