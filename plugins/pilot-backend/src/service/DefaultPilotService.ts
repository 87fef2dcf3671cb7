import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  Can,
  Demand,
  Interest,
  Policy,
  PolicyInForce,
  RecordInterestCommand,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { Announcer } from '../announce/Announcer';
import { Mirror } from '../catalog/Mirror';
import { PilotConfig } from '../config';
import { DemandReading, demandThrough, readDemand } from '../demand/readDemand';
import { decideRecord } from '../interest/decideRecord';
import { changesProjection, InterestDecision } from '../interest/Decision';
import { inTransaction } from '../store/dialect';
import { findTarget, goneAmong } from '../store/operations/findTargets';
import { interestsOf } from '../store/operations/interests';
import { lockTargets } from '../store/operations/lockTargets';
import { readPolicies } from '../store/operations/policies';
import { RequestKey } from '../store/operations/requests';
import { StoredInterest, StoredTarget } from '../store/rows';
import { Caller } from './Caller';
import { decideOnce } from './decideOnce';
import { saveChanges } from './saveChanges';
import { toDemandView, toInterestView } from './toView';

/** What a write leads to: the interest, and the demand of its target. */
export interface WriteResult {
  readonly interest: Interest;
  readonly reading: DemandReading;
  /** The interest is a new one. */
  readonly created: boolean;
}

/**
 * What the suite does, for callers whose rights were checked: read a snapshot,
 * decide purely, write in one transaction, tell afterwards.
 */
export class DefaultPilotService {
  readonly #knex: Knex;
  readonly #config: PilotConfig;
  readonly #mirror: Mirror;
  readonly #announcer: Announcer;
  readonly #clock: () => Date;

  constructor(options: {
    knex: Knex;
    config: PilotConfig;
    mirror: Mirror;
    announcer: Announcer;
    clock: () => Date;
  }) {
    this.#knex = options.knex;
    this.#config = options.config;
    this.#mirror = options.mirror;
    this.#announcer = options.announcer;
    this.#clock = options.clock;
  }

  /** Records, completes or reopens the caller's interest in an entity. */
  async record(request: {
    entity: Entity;
    command: RecordInterestCommand;
    caller: Caller;
    onBehalf: boolean;
  }): Promise<WriteResult> {
    const { entity, command, caller, onBehalf } = request;
    await this.#mirror.observeWithPilots(entity, this.#clock());
    const author = caller.user;
    const { requestId } = command;
    return this.#write(
      stringifyEntityRef(entity),
      caller,
      (interests, at) =>
        decideRecord({
          interests,
          command,
          author,
          onBehalf,
          newId: randomUUID(),
          at,
        }),
      requestId ? { author, requestId } : undefined,
    );
  }

  /** Changes one interest that is there, as `decide` says. */
  async change(
    ref: string,
    id: string,
    caller: Caller,
    decide: (interest: StoredInterest, at: Date) => InterestDecision,
  ): Promise<WriteResult> {
    return this.#write(ref, caller, (interests, at) =>
      decide(interests.find(interest => interest.id === id)!, at),
    );
  }

  /** The demand of an entity at an instant; now if none is given. */
  async demand(entity: Entity, asOf?: Date): Promise<DemandReading> {
    const now = this.#clock();
    const seen = await this.#mirror.observeForReading(entity, now);
    if (seen.changed) {
      this.#announcer.announce();
    }
    const target = seen.target ?? { ref: stringifyEntityRef(entity) };
    const policies = await readPolicies(this.#knex);
    return readDemand(this.#knex, target, { policies, now, asOf });
  }

  /**
   * The view of a reading. A Pilot's numbers are the same for everybody who sees
   * the Pilot; what came through targets that the caller cannot see is left out
   * of the details: their rows, their teams, and their part in a team's row.
   */
  async demandView(
    ref: string,
    reading: DemandReading,
    isVisible: (ref: string) => boolean,
    can: Can,
  ): Promise<Demand> {
    const view = toDemandView(ref, reading, can);
    const refs = reading.rollUp.map(part => part.target);
    const gone = await goneAmong(this.#knex, refs);
    // What the catalog no longer knows, nobody can be shown to be allowed to see.
    const isShown = (part: string) => isVisible(part) && !gone.has(part);
    const rollUp = reading.rollUp.filter(part => isShown(part.target));
    if (rollUp.length === reading.rollUp.length) {
      return view;
    }
    const target = (await findTarget(this.#knex, ref))!;
    const shown = await demandThrough(this.#knex, target, isShown, {
      policies: await readPolicies(this.#knex),
      asOf: reading.asOf,
    });
    return {
      ...view,
      rollUp,
      teams: [...shown.teams],
      raise: view.raise.filter(
        ({ team }) => !team || shown.raise.some(each => each.team === team),
      ),
    };
  }

  async policy(): Promise<Policy> {
    const current = await this.#policyInForce();
    return {
      fingerprint: current.fingerprint,
      since: current.since.toISOString(),
      demand: current.policy,
      interest: {
        allowedKinds: [...this.#config.allowedKinds],
        confirmAfterDays: this.#config.confirmAfterDays,
        ...(this.#config.teamTypes && {
          teamTypes: [...this.#config.teamTypes],
        }),
      },
    };
  }

  /** The views of interests that a list found, for whoever asked. */
  async views(
    found: ReadonlyArray<{ interest: StoredInterest; target: StoredTarget }>,
    caller: Caller,
  ): Promise<Interest[]> {
    const { policy } = await this.#policyInForce();
    return found.map(({ interest, target }) =>
      this.#view(interest, target, caller, policy),
    );
  }

  async #write(
    ref: string,
    caller: Caller,
    decide: (
      interests: readonly StoredInterest[],
      at: Date,
    ) => InterestDecision,
    request?: RequestKey,
  ): Promise<WriteResult> {
    const now = this.#clock();
    const result = await inTransaction(this.#knex, async tx => {
      const locked = await lockTargets(tx, [ref]);
      const target = locked.targets.get(ref)!;
      const at = new Date(Math.max(now.getTime(), target.lastAt.getTime()));
      const interests = await interestsOf(tx, target.id);
      const decision = await decideOnce(
        tx,
        request,
        { interests, at: now },
        () => decide(interests, at),
      );
      const policies = await readPolicies(tx);
      await saveChanges(
        tx,
        { locked, target },
        {
          entries: decision.entry ? [decision.entry] : [],
          interests: [decision.interest],
          projected: changesProjection(decision),
        },
        { policies, at, recordedAt: now },
      );
      const reading = await readDemand(tx, target, { policies, now: at });
      return { decision, target, policies, reading };
    });
    if (result.decision.entry) {
      this.#announcer.announce();
    }
    return {
      interest: this.#view(
        result.decision.interest,
        result.target,
        caller,
        result.policies.at(-1)!.policy,
      ),
      reading: result.reading,
      created: result.decision.before === undefined,
    };
  }

  #view(
    interest: StoredInterest,
    target: StoredTarget,
    caller: Caller,
    policy: PolicyInForce['policy'],
  ): Interest {
    return toInterestView(interest, {
      target,
      policy,
      confirmAfterDays: this.#config.confirmAfterDays,
      caller,
      now: this.#clock(),
    });
  }

  async #policyInForce(): Promise<PolicyInForce> {
    return (await readPolicies(this.#knex)).at(-1)!;
  }
}
