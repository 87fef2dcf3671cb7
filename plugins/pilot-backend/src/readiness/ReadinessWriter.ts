import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  AttestCommand,
  Reported,
  ReportCommand,
  WaiveCommand,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { PilotConfig } from '../kernel/config/config';
import { refuseMerged } from '../targets/refuseMerged';
import { Clock } from '../kernel/clock/Clock';
import { inTransaction } from '../kernel/store/dialect';
import { reportsOf, saveReport } from '../kernel/store/readiness/saveReport';
import { lockedTarget, lockTargets } from '../kernel/store/targets/lockTargets';
import { appendReadinessLog } from '../kernel/store/readiness/appendReadinessLog';
import {
  findSignature,
  revokeSignature,
  saveAttestation,
  saveWaiver,
  Signature,
  standingWaivers,
} from '../kernel/store/readiness/saveSignatures';
import { ReadinessLine } from '../kernel/store/readiness/readinessRows';
import { announceReadiness, ReadinessAnnouncers } from './announceReadiness';
import { attestationsUnderOwners } from './attestationsUnderOwners';
import { checkAmong } from './checkAmong';
import { decideReports } from './decideReports';
import { decideAttestation, decideWaiver } from './decideSignatures';
import { readReadiness } from './readReadiness';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** A target that is locked, and when. */
interface Locked {
  readonly tx: Knex.Transaction;
  readonly target: StoredTarget;
  readonly now: Date;
}

/** Keeps what follows from new answers, in the transaction that saves them. */
export type OnAnswersChanged = (
  tx: Knex.Transaction,
  target: StoredTarget,
  now: Date,
) => Promise<void>;

/** Writes what people and services say of checks, for callers who may. */
export class ReadinessWriter {
  readonly #knex: Knex;
  readonly #config: PilotConfig;
  readonly #announcers: ReadinessAnnouncers;
  readonly #onAnswersChanged: OnAnswersChanged;
  readonly #clock: Clock;

  constructor(
    options: {
      knex: Knex;
      config: PilotConfig;
      clock: Clock;
      onAnswersChanged: OnAnswersChanged;
    } & ReadinessAnnouncers,
  ) {
    this.#knex = options.knex;
    this.#config = options.config;
    this.#announcers = options;
    this.#onAnswersChanged = options.onAnswersChanged;
    this.#clock = options.clock;
  }

  /** @returns whether it is new */
  async attest(
    ref: string,
    command: AttestCommand,
    by: string,
  ): Promise<boolean> {
    const lines = await this.#write(ref, async locked => {
      const { tx, target, now } = locked;
      // What a former owner signed can be signed again, word for word.
      const standing = await attestationsUnderOwners(tx, [target.id]);
      const attestation = decideAttestation(command, {
        check: await this.#check(locked, command.check),
        standing: standing
          .get(target.id)
          ?.find(({ check }) => check === command.check),
        by,
        now,
        newId: randomUUID(),
      });
      if (!attestation) {
        return [];
      }
      await saveAttestation(tx, target.id, attestation);
      return [{ type: 'attested', actor: by, ...attestation }];
    });
    return lines.length > 0;
  }

  /** @returns whether it is new */
  async waive(
    ref: string,
    command: WaiveCommand,
    by: string,
  ): Promise<boolean> {
    const lines = await this.#write(ref, async locked => {
      const { tx, target, now } = locked;
      const standing = await standingWaivers(tx, [target.id]);
      const waiver = decideWaiver(command, {
        check: await this.#check(locked, command.check),
        standing: standing
          .get(target.id)
          ?.find(({ check }) => check === command.check),
        days: this.#config.waiverDays,
        by,
        now,
        newId: randomUUID(),
      });
      if (!waiver) {
        return [];
      }
      await saveWaiver(tx, target.id, waiver);
      const { reason: note, ...rest } = waiver;
      return [{ type: 'waived', actor: by, note, ...rest }];
    });
    return lines.length > 0;
  }

  /**
   * Takes an attestation or a waiver back; one that was taken back stays so.
   *
   * @throws NotFoundError for what this entity does not have
   * @throws ConflictError for one that another took the place of
   */
  async revoke(
    ref: string,
    table: Signature,
    { id, by }: { readonly id: string; readonly by: string },
  ): Promise<void> {
    await this.#write(ref, async ({ tx, target, now }) => {
      const found = await findSignature(tx, table, id);
      if (!found || found.targetId !== target.id) {
        throw new NotFoundError(`There is no ${table} ${id} of ${ref}`);
      }
      if (found.isRevoked) {
        return [];
      }
      if (!found.stands) {
        throw new ConflictError(
          `Another ${table} took the place of ${id}; revoke that one`,
        );
      }
      await revokeSignature(tx, table, id, { by, at: now });
      const type =
        table === 'attestation' ? 'attestationRevoked' : 'waiverRevoked';
      return [{ type, actor: by, check: found.check, at: now, id }];
    });
  }

  async report(
    ref: string,
    command: ReportCommand,
    by: string,
  ): Promise<Reported> {
    const lines = await this.#write(ref, async ({ tx, target, now }) => {
      const news = decideReports(command, {
        checks: await this.#checks(tx, target, now),
        known: (await reportsOf(tx, [target.id])).get(target.id) ?? [],
        by,
        now,
      });
      for (const answer of news) {
        await saveReport(tx, target.id, answer);
      }
      return news.map(({ by: actor, ...answer }) => ({
        type: 'result',
        actor,
        ...answer,
      }));
    });
    const accepted = lines.length;
    return { target: ref, accepted, unchanged: command.length - accepted };
  }

  /** Locks, decides and saves; then keeps what follows, and tells. */
  async #write(
    ref: string,
    decide: (locked: Locked) => Promise<ReadinessLine[]>,
  ): Promise<ReadinessLine[]> {
    const lines = await inTransaction(this.#knex, async tx => {
      const locked = await lockTargets(tx, [ref], this.#clock);
      const { now } = locked;
      const target = lockedTarget(locked, ref);
      await refuseMerged(tx, target);
      const said = await decide({ tx, target, now });
      if (said.length > 0) {
        await appendReadinessLog(tx, target.id, said, now);
        await this.#onAnswersChanged(tx, target, now);
      }
      return said;
    });
    announceReadiness(this.#announcers, ref, lines);
    return lines;
  }

  async #checks(tx: Knex.Transaction, target: StoredTarget, now: Date) {
    const { checks } = this.#config;
    const readings = await readReadiness(tx, [target], { checks, now });
    return readings.get(target.id)!.assessment.checks;
  }

  async #check({ tx, target, now }: Locked, id: string) {
    return checkAmong(await this.#checks(tx, target, now), id);
  }
}
