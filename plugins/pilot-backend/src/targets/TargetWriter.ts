import { Knex } from 'knex';
import { Clock } from '../kernel/clock/Clock';
import { inTransaction } from '../kernel/store/dialect';
import {
  lockedTarget,
  LockedTargets,
  lockTargets,
} from '../kernel/store/targets/lockTargets';
import { StoredTarget } from '../kernel/store/targets/targetRows';
import { refuseMerged } from './refuseMerged';
import { latestOf } from '../kernel/clock/latestOf';

/** A target as it is read under its lock: what it says stays true until the commit. */
export interface TargetSnapshot {
  readonly tx: Knex.Transaction;
  readonly target: StoredTarget;
  /** The target with the Pilots that it implements. */
  readonly locked: LockedTargets;
  /** Time of this write, by the database's clock. */
  readonly now: Date;
  /** The same, and no earlier than anything in the target's log. */
  readonly at: Date;
}

/** Writes to one target at a time: the frame that writes of people share. */
export class TargetWriter {
  readonly #deps: { readonly knex: Knex; readonly clock: Clock };

  constructor(deps: { readonly knex: Knex; readonly clock: Clock }) {
    this.#deps = deps;
  }

  /**
   * Locks a target, lets `write` read, decide and save in one transaction, and
   * tells of it after the commit.
   *
   * @param tell - is given what `write` came to; nobody waits for what it starts
   * @throws MergedError for a target that was merged into another one
   */
  async write<T>(
    ref: string,
    write: (snapshot: TargetSnapshot) => Promise<T>,
    tell: (written: T) => void = () => {},
  ): Promise<T> {
    const { knex, clock } = this.#deps;
    const written = await inTransaction(knex, async tx => {
      const locked = await lockTargets(tx, [ref], clock);
      const { now } = locked;
      const target = lockedTarget(locked, ref);
      await refuseMerged(tx, target);
      const at = latestOf(now, target.lastAt);
      return write({ tx, target, locked, now, at });
    });
    tell(written);
    return written;
  }
}
