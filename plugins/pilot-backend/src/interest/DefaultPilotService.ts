import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  Interest,
  PolicyInForce,
  RecordInterestCommand,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { Announcer } from '../kernel/announce/Announcer';
import { interestEvent } from './interestEvent';
import { entityFacts } from '../targets/entityFacts';
import { CatalogMirror } from '../targets/CatalogMirror';
import { PilotConfig } from '../kernel/config/config';
import { DemandReading, readDemand } from '../demand/readDemand';
import { decideRecord } from './decideRecord';
import { changesProjection, InterestDecision } from './Decision';
import { messagesFor } from './messagesFor';
import { refuseMerged } from '../targets/refuseMerged';
import { Clock } from '../kernel/clock/Clock';
import { inTransaction } from '../kernel/store/dialect';
import { findTarget } from '../kernel/store/targets/findTargets';
import { formerTargets } from '../kernel/store/log/findFormerTargets';
import {
  findInterest,
  interestsBy,
} from '../kernel/store/interests/findInterests';
import { saveKnownTitle } from '../kernel/store/targets/keepTitles';
import { lockedTarget, lockTargets } from '../kernel/store/targets/lockTargets';
import { readPolicies } from '../kernel/store/policies/putPolicyInForce';
import { RequestKey } from '../kernel/store/requests/saveRequest';
import { oncePerRequest } from './oncePerRequest';
import { Viewer } from '../kernel/access/Door';
import { KnownTarget, knownTargets } from './knownTargets';
import { saveChanges } from './saveChanges';
import { toInterestView } from './toInterestView';
import { Visibility } from '../kernel/access/Visibility';
import { FoundInterest, resourceOf } from '../kernel/access/readableInterest';
import { StoredInterest } from '../kernel/store/interests/interestRows';
import { joinedAt } from '../kernel/store/merges/saveMerged';

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
  readonly #mirror: CatalogMirror;
  readonly #visibility: Visibility;
  readonly #announcer: Announcer;
  readonly #clock: Clock;

  constructor(options: {
    knex: Knex;
    config: PilotConfig;
    mirror: CatalogMirror;
    visibility: Visibility;
    announcer: Announcer;
    clock: Clock;
  }) {
    this.#knex = options.knex;
    this.#config = options.config;
    this.#mirror = options.mirror;
    this.#visibility = options.visibility;
    this.#announcer = options.announcer;
    this.#clock = options.clock;
  }

  /** Records, completes or reopens the caller's interest in an entity. */
  async record(request: {
    entity: Entity;
    command: RecordInterestCommand;
    viewer: Viewer;
    onBehalf: boolean;
  }): Promise<WriteResult> {
    const { entity, command, viewer, onBehalf } = request;
    await this.#mirror.observeWithPilots(entity);
    const author = viewer.caller.user;
    const { requestId } = command;
    let joined: ReadonlySet<number> | undefined;
    return this.#write(
      stringifyEntityRef(entity),
      viewer,
      async (tx, targetId) => {
        const interests = await interestsBy(tx, targetId, author);
        joined = interests.some(({ withdrawn }) => withdrawn)
          ? await joinedAt(tx, targetId)
          : undefined;
        return interests;
      },
      (interests, at) =>
        decideRecord({
          interests,
          joinedAt: joined,
          command,
          author,
          onBehalf,
          newId: randomUUID(),
          at,
        }),
      { request: requestId ? { author, requestId } : undefined, seen: entity },
    );
  }

  /**
   * Changes one interest that is there, as `decide` says.
   *
   * @param seen - the target, where its author sees it
   */
  async change(
    ref: string,
    id: string,
    viewer: Viewer,
    decide: (interest: StoredInterest, at: Date) => InterestDecision,
    seen?: Entity,
  ): Promise<WriteResult> {
    return this.#write(
      ref,
      viewer,
      async tx => [(await findInterest(tx, id))!.interest],
      ([interest], at) => decide(interest, at),
      { seen },
    );
  }

  /** The views of interests that a list found, for whoever asked. */
  async views(
    found: readonly FoundInterest[],
    viewer: Viewer,
  ): Promise<Interest[]> {
    const { policy } = await this.#policyInForce();
    return this.#views(found, viewer, policy);
  }

  async #write(
    ref: string,
    viewer: Viewer,
    read: (tx: Knex.Transaction, targetId: number) => Promise<StoredInterest[]>,
    decide: (
      interests: readonly StoredInterest[],
      at: Date,
    ) => InterestDecision,
    { request, seen }: { request?: RequestKey; seen?: Entity },
  ): Promise<WriteResult> {
    const result = await inTransaction(this.#knex, async tx => {
      const locked = await lockTargets(tx, [ref], this.#clock);
      const { now } = locked;
      const target = lockedTarget(locked, ref);
      await refuseMerged(tx, target);
      const at = new Date(Math.max(now.getTime(), target.lastAt.getTime()));
      const interests = await read(tx, target.id);
      const decision = await oncePerRequest(
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
          formerTeams: decision.before ? [decision.before.team] : [],
          projected: changesProjection(decision),
          messages: messagesFor(decision, target, at),
        },
        { policies, at, recordedAt: now },
      );
      if (seen && decision.entry) {
        const { id } = decision.interest;
        const moved = await formerTargets(tx, [id], [target.id]);
        // What moved here goes by the title of what it was recorded for.
        if (!moved.has(id)) {
          await saveKnownTitle(tx, id, entityFacts(seen).title);
        }
      }
      const kept = (await findTarget(tx, ref))!;
      const reading = await readDemand(tx, kept, { policies, now: at });
      return { decision, locked, target, policies, reading };
    });
    const { entry, interest } = result.decision;
    if (entry) {
      this.#announcer.announce({
        events: [
          interestEvent(entry.type, interest, { target: ref, at: entry.at }),
        ],
        targets: [ref, ...result.locked.pilots.map(pilot => pilot.ref)],
      });
    }
    const [view] = await this.#views(
      [{ interest: result.decision.interest, target: result.target }],
      viewer,
      result.policies.at(-1)!.policy,
    );
    return {
      interest: view,
      reading: result.reading,
      created: result.decision.before === undefined,
    };
  }

  async #views(
    found: readonly FoundInterest[],
    viewer: Viewer,
    policy: PolicyInForce['policy'],
  ): Promise<Interest[]> {
    const visibility = this.#visibility;
    const known = await knownTargets(this.#knex, found, { viewer, visibility });
    return found.map(each =>
      this.#view(each, viewer, { policy, target: known(each) }),
    );
  }

  #view(
    found: FoundInterest,
    { caller, rights }: Viewer,
    of: { policy: PolicyInForce['policy']; target: KnownTarget },
  ): Interest {
    const resource = resourceOf({ ...found, target: of.target });
    return toInterestView(found.interest, {
      ...of,
      confirmAfterDays: this.#config.confirmAfterDays,
      showAuthors: this.#config.showAuthors,
      caller,
      may: {
        update: rights.update.includes(resource),
        triage: rights.triage.includes(resource),
      },
      now: this.#clock(),
    });
  }

  async #policyInForce(): Promise<PolicyInForce> {
    return (await readPolicies(this.#knex)).at(-1)!;
  }
}
