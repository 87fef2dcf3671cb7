import { CheckDefinition } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { Clock } from '../kernel/clock/Clock';
import { datedWrite } from '../kernel/store/datedWrite';
import { checksInUse, saveInUse } from '../kernel/store/readiness/checksInUse';
import { fingerprintOfChecks } from './fingerprintOfChecks';

/** A replica that was not heard of for so long is taken to be gone. */
const goneMs = 5 * 60_000;

/** Standing of a replica's checks beside those of the others. */
export interface ChecksStanding {
  /** No replica runs with checks that came later. */
  readonly areNewest: boolean;
  /** No replica runs with other ones. */
  readonly areAlone: boolean;
}

/**
 * Decides which checks are collected while replicas with other ones run side by
 * side: those that came last. Two that each collected their own would undo each
 * other's work for as long as both run.
 */
export class ChecksInUse {
  readonly #knex: Knex;
  readonly #fingerprint: string;
  readonly #clock: Clock;

  constructor(options: {
    knex: Knex;
    checks: readonly CheckDefinition[];
    clock: Clock;
  }) {
    this.#knex = options.knex;
    this.#fingerprint = fingerprintOfChecks(options.checks);
    this.#clock = options.clock;
  }

  /** Notes that this replica runs. */
  async report(): Promise<void> {
    await datedWrite(this.#knex, this.#clock, (tx, now) =>
      saveInUse(tx, this.#fingerprint, now),
    );
  }

  async standing(): Promise<ChecksStanding> {
    const since = new Date(this.#clock().getTime() - goneMs);
    const [newest = this.#fingerprint, ...others] = await checksInUse(
      this.#knex,
      since,
    );
    return {
      areNewest: newest === this.#fingerprint,
      areAlone: newest === this.#fingerprint && others.length === 0,
    };
  }
}
