import { NotFoundError } from '@backstage/errors';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  PolicyInForce,
  RecordInterestCommand,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { DemandReading, readDemand } from '../demand/readDemand';
import { Announcer } from '../kernel/announce/Announcer';
import { FoundInterest } from '../kernel/access/readableInterest';
import { StoredInterest } from '../kernel/store/interests/interestRows';
import { formerTargets } from '../kernel/store/log/findFormerTargets';
import {
  interestIn,
  interestsBy,
} from '../kernel/store/interests/findInterests';
import { joinedAt } from '../kernel/store/merges/mergedTargets';
import { readPolicies } from '../kernel/store/policies/readPolicies';
import { RequestKey } from '../kernel/store/requests/requests';
import { entityFacts } from '../targets/entityFacts';
import { TargetSnapshot, TargetWriter } from '../targets/TargetWriter';
import { decideRecord } from './decideRecord';
import { changesProjection, InterestDecision } from './Decision';
import { interestEvent } from './interestEvent';
import { messagesFor } from './messagesFor';
import { oncePerRequest } from './oncePerRequest';
import { saveChanges } from './saveChanges';

/** Result of a write: the interest, and the demand of its target. */
export interface InterestWritten {
  readonly found: FoundInterest;
  readonly reading: DemandReading;
  readonly policy: PolicyInForce['policy'];
  /** The interest is a new one. */
  readonly created: boolean;
}

/** Facts that an interest is decided from. */
interface Question {
  readonly decide: (
    interests: readonly StoredInterest[],
    at: Date,
  ) => InterestDecision;
  readonly interests: readonly StoredInterest[];
  /** The request, where its author gave it a name. */
  readonly request?: RequestKey;
  /** The target, where its author sees it. */
  readonly seen?: Entity;
}

interface Deps {
  readonly targetWriter: TargetWriter;
  readonly announcer: Announcer;
}

/** Writes interests, for callers whose rights were checked. */
export class InterestWriter {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Records, completes or reopens an author's interest in an entity. */
  async record(
    entity: Entity,
    command: RecordInterestCommand,
    by: { readonly author: string; readonly onBehalf: boolean },
  ): Promise<InterestWritten> {
    const { author } = by;
    const { requestId } = command;
    return this.#write(stringifyEntityRef(entity), async ({ tx, target }) => {
      const interests = await interestsBy(tx, target.id, author);
      const isBack = interests.some(({ withdrawn }) => withdrawn);
      const joined = isBack ? await joinedAt(tx, target.id) : undefined;
      return {
        interests,
        decide: (_, at) =>
          decideRecord({
            ...by,
            interests,
            joinedAt: joined,
            command,
            newId: randomUUID(),
            at,
          }),
        request: requestId ? { author, requestId } : undefined,
        seen: entity,
      };
    });
  }

  /**
   * Changes one interest that is there, as `decide` says.
   *
   * @param seen - the target, where its author sees it
   */
  async change(
    ref: string,
    id: string,
    decide: (interest: StoredInterest, at: Date) => InterestDecision,
    seen?: Entity,
  ): Promise<InterestWritten> {
    return this.#write(ref, async ({ tx, target }) => {
      const interest = await interestIn(tx, target.id, id);
      if (!interest) {
        throw new NotFoundError(`There is no interest ${id} that you can see`);
      }
      return {
        interests: [interest],
        decide: ([before], at) => decide(before, at),
        seen,
      };
    });
  }

  async #write(
    ref: string,
    ask: (snapshot: TargetSnapshot) => Promise<Question>,
  ): Promise<InterestWritten> {
    const { targetWriter, announcer } = this.#deps;
    const written = await targetWriter.write(
      ref,
      async snapshot => {
        const { tx, target, locked, now, at } = snapshot;
        const question = await ask(snapshot);
        const { interests, request } = question;
        const decision = await oncePerRequest(
          tx,
          request,
          { interests, at: now },
          () => question.decide(interests, at),
        );
        const policies = await readPolicies(tx);
        const kept = await saveChanges(
          tx,
          { locked, target },
          {
            entries: decision.entry ? [decision.entry] : [],
            interests: [decision.interest],
            formerTeams: decision.before ? [decision.before.team] : [],
            knownTitle: await titleSeen(tx, decision, target.id, question.seen),
            projected: changesProjection(decision),
            messages: messagesFor(decision, target, at),
          },
          { policies, at, recordedAt: now },
        );
        const reading = await readDemand(tx, kept?.target ?? target, {
          policies,
          now: at,
          kept,
        });
        return { decision, locked, target, policies, reading };
      },
      ({ decision: { entry, interest }, locked }) => {
        if (entry) {
          const { type, at } = entry;
          announcer.announce({
            events: [interestEvent(type, interest, { target: ref, at })],
            targets: [ref, ...locked.pilots.map(pilot => pilot.ref)],
          });
        }
      },
    );
    const { decision, target, policies, reading } = written;
    return {
      found: { interest: decision.interest, target },
      reading,
      policy: policies.at(-1)!.policy,
      created: decision.before === undefined,
    };
  }
}

/** Returns the title that the author sees, where the kept one changes. */
async function titleSeen(
  tx: Knex.Transaction,
  { before, entry, interest }: InterestDecision,
  targetId: number,
  seen: Entity | undefined,
): Promise<string | null | undefined> {
  if (!seen || !entry) {
    return undefined;
  }
  const former = before
    ? await formerTargets(tx, [interest.id], [targetId])
    : new Map<string, string[]>();
  // What moved here goes by the title of what it was recorded for.
  return former.has(interest.id) ? undefined : entityFacts(seen).title;
}
