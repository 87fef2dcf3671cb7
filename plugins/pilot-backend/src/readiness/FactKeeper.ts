import {
  CheckAnswer,
  CheckDefinition,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { isDeepStrictEqual } from 'node:util';
import { CollectedFacts, FactCollector } from './facts/FactCollector';
import { AdoptionFacts } from './facts/Surroundings';
import { isFuture } from '../kernel/clock/isFuture';
import { Clock } from '../kernel/clock/Clock';
import { inTransaction } from '../kernel/store/dialect';
import { lockedTarget, lockTargets } from '../kernel/store/targets/lockTargets';
import {
  factsOf,
  saveReadinessFacts,
  touchFacts,
} from '../kernel/store/readiness/readinessFacts';
import { appendReadinessLog } from '../kernel/store/readiness/appendReadinessLog';
import {
  PilotStatement,
  StoredFacts,
} from '../kernel/store/readiness/readinessRows';
import { announceReadiness, ReadinessAnnouncers } from './announceReadiness';
import { ChecksInUse } from './ChecksInUse';
import { decideFacts } from './decideFacts';
import { fingerprintOfChecks } from './fingerprintOfChecks';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** Whoever asks more often gets what stands. */
const pauseMs = 10_000;
const mostComputed = 500;

/** Keeps what follows from the facts of targets, for order and filters of lists. */
export type RefreshAdvice = (
  targets: readonly StoredTarget[],
  now: Date,
) => Promise<void>;

/** Reads whom Pilots serve, by ref: what some checks look at. */
export type ReadAdoption = (
  targets: readonly StoredTarget[],
) => Promise<Map<string, AdoptionFacts>>;

interface Deps extends ReadinessAnnouncers {
  readonly knex: Knex;
  readonly collector: FactCollector;
  readonly checks: readonly CheckDefinition[];
  readonly inUse: ChecksInUse;
  readonly refreshAdvice: RefreshAdvice;
  readonly adoptionOf: ReadAdoption;
  readonly clock: Clock;
}

/** Asks the automatic sources, and keeps what they say. */
export class FactKeeper {
  readonly #deps: Deps;
  /** Collections under way, by target; later callers wait for the same. */
  readonly #running = new Map<number, Promise<void>>();
  /** Of entities of which nothing is kept. */
  readonly #computed = new Map<
    string,
    { readonly until: number; readonly facts: Promise<StoredFacts | undefined> }
  >();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /**
   * Collects a target that was never collected, or not under these checks unless
   * they are older ones.
   *
   * @returns what is kept of it, where it had not to be collected
   */
  async ensure(
    target: StoredTarget,
    now: Date,
    /** The Pilot's present statement, where it is known to matter. */
    stated?: PilotStatement,
  ): Promise<StoredFacts | undefined> {
    const facts = (await factsOf(this.#deps.knex, [target.id])).get(target.id);
    if (
      !facts ||
      (stated && !isDeepStrictEqual(stated, facts.statement)) ||
      (facts.checks !== fingerprintOfChecks(this.#deps.checks) &&
        (await this.#deps.inUse.standing()).areNewest)
    ) {
      await this.#collectOne(target, now);
      return undefined;
    }
    return facts;
  }

  /** Collects a target, unless that was done a few seconds ago. */
  async refresh(target: StoredTarget, now: Date): Promise<void> {
    const facts = (await factsOf(this.#deps.knex, [target.id])).get(target.id);
    const since =
      facts && !isFuture(facts.collectedAt, now)
        ? now.getTime() - facts.collectedAt.getTime()
        : Infinity;
    if (since >= pauseMs) {
      await this.#collectOne(target, now);
    }
  }

  /** The facts of an entity of which nothing is kept; they leave no trace. */
  async compute(ref: string, now: Date): Promise<StoredFacts | undefined> {
    const known = this.#computed.get(ref);
    if (known && now.getTime() < known.until) {
      return known.facts;
    }
    const facts = this.#compute(ref, now);
    facts.catch(() => this.#computed.delete(ref));
    this.#computed.delete(ref);
    this.#computed.set(ref, { until: now.getTime() + pauseMs, facts });
    if (this.#computed.size > mostComputed) {
      this.#computed.delete(this.#computed.keys().next().value!);
    }
    return facts;
  }

  /**
   * Asks the sources about targets, at most some hundreds, and keeps the answers.
   *
   * @throws where the catalog cannot be asked
   */
  async collect(
    targets: readonly StoredTarget[],
    now: Date,
    signal?: AbortSignal,
  ): Promise<void> {
    const byRef = new Map(targets.map(target => [target.ref, target]));
    const collected = await this.#deps.collector.collect(
      [...byRef.keys()],
      await this.#deps.adoptionOf(targets),
      { now, signal },
    );
    const before = await factsOf(
      this.#deps.knex,
      targets.map(({ id }) => id),
    );
    const same: Array<{ id: number; before: Date }> = [];
    for (const each of collected) {
      const { id } = byRef.get(each.ref)!;
      const known = before.get(id);
      const { isSame } = decideFacts(known, each, {
        checks: this.#deps.checks,
        now,
      });
      if (isSame) {
        same.push({ id, before: known!.collectedAt });
      } else {
        await this.#save(each, now);
      }
    }
    await touchFacts(this.#deps.knex, same, now);
    await this.#deps.refreshAdvice(
      collected.map(({ ref }) => byRef.get(ref)!),
      now,
    );
  }

  async #save(collected: CollectedFacts, now: Date): Promise<void> {
    const { ref } = collected;
    const lines = await inTransaction(this.#deps.knex, async tx => {
      const locked = await lockTargets(tx, [ref], this.#deps.clock);
      const target = lockedTarget(locked, ref);
      const before = (await factsOf(tx, [target.id])).get(target.id);
      if (
        before &&
        before.collectedAt > now &&
        !isFuture(before.collectedAt, now)
      ) {
        return [];
      }
      const decision = decideFacts(before, collected, {
        checks: this.#deps.checks,
        now,
      });
      await saveReadinessFacts(tx, target.id, decision.facts);
      const lineOf = (answer: CheckAnswer) => ({
        type: 'result' as const,
        actor: answer.source,
        ...answer,
      });
      await appendReadinessLog(
        tx,
        target.id,
        decision.logged.map(lineOf),
        locked.now,
      );
      // What is known for the first time did not change.
      return before ? decision.changed.map(lineOf) : [];
    });
    announceReadiness(this.#deps, ref, lines);
  }

  async #collectOne(target: StoredTarget, now: Date): Promise<void> {
    const running =
      this.#running.get(target.id) ??
      this.collect([target], now).finally(() =>
        this.#running.delete(target.id),
      );
    this.#running.set(target.id, running);
    await running;
  }

  async #compute(ref: string, now: Date): Promise<StoredFacts | undefined> {
    const [collected] = await this.#deps.collector.collect([ref], new Map(), {
      now,
    });
    const checks = this.#deps.checks;
    return (
      collected && decideFacts(undefined, collected, { checks, now }).facts
    );
  }
}
