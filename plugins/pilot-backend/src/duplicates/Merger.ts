import { parseEntityRef } from '@backstage/catalog-model';
import {
  decisionTopic,
  PolicyInForce,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { Announcer } from '../kernel/announce/Announcer';
import { decisionEvent } from '../pilots/decisionEvent';
import { interestEvent } from '../interest/interestEvent';
import { saveDemandOf } from '../demand/saveDemandOf';
import { messagesForMerge } from './messagesForMerge';
import { queueMessages } from '../kernel/announce/queueMessages';
import { withdrawnProposal } from '../pilots/decideWithdrawal';
import { savePhaseChange } from '../pilots/savePhaseChange';
import { Clock } from '../kernel/clock/Clock';
import { inTransaction } from '../kernel/store/dialect';
import { appendLog } from '../kernel/store/log/appendLog';
import { enqueueFeed } from '../kernel/store/feed/numberPending';
import {
  interestsOf,
  saveInterests,
} from '../kernel/store/interests/findInterests';
import {
  lockedTarget,
  LockedTargets,
  lockTargets,
} from '../kernel/store/targets/lockTargets';
import { saveMerged, survivorOf } from '../kernel/store/merges/saveMerged';
import { readPolicies } from '../kernel/store/policies/putPolicyInForce';
import { openProposals } from '../kernel/store/proposals/findProposals';
import { StoredProposal } from '../kernel/store/proposals/proposalRows';
import { decideMerge, MergeDecision } from './decideMerge';
import { MergedError } from '../targets/MergedError';
import { refuseMerged } from '../targets/refuseMerged';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** A merge that whoever asked for it may make. */
export interface MergeCommand {
  readonly from: string;
  readonly into: string;
  readonly reason: string;
  readonly actor: string;
}

interface Deps {
  readonly knex: Knex;
  readonly announcer: Announcer;
  readonly clock: Clock;
}

/** Moves all interest of one target to another. */
export class Merger {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /**
   * @returns how many interests were moved; none where it was merged before
   * @throws MergedError where one of them was merged into something else
   */
  async merge(command: MergeCommand): Promise<number> {
    const merged = await inTransaction(this.#deps.knex, async tx => {
      const refs = [command.from, command.into];
      const locked = await lockTargets(tx, refs, this.#deps.clock);
      const { now } = locked;
      const from = lockedTarget(locked, command.from);
      const into = lockedTarget(locked, command.into);
      if (await isMerged(tx, from, into)) {
        return undefined;
      }
      const at = new Date(
        Math.max(now.getTime(), from.lastAt.getTime(), into.lastAt.getTime()),
      );
      const decision = decideMerge({
        from: { ref: from.ref, interests: await interestsOf(tx, from.id) },
        into: { ref: into.ref, interests: await interestsOf(tx, into.id) },
        reason: command.reason,
        actor: command.actor,
        at,
      });
      const policies = await readPolicies(tx);
      await save(tx, { locked, from, into }, decision, { policies, at, now });
      await queueMessages(
        tx,
        messagesForMerge(
          {
            from: from.title ?? parseEntityRef(from.ref).name,
            into: into.id,
            authors: decision.moved
              .filter(({ withdrawn }) => !withdrawn)
              .map(({ author }) => author),
            by: command.actor,
          },
          at,
        ),
        now,
      );
      const proposal = await withdrawProposal(tx, from, command.actor, {
        at,
        now,
      });
      return { ...decision, locked, proposal, from, at };
    });
    if (!merged) {
      return 0;
    }
    const { moved, repeated, locked, proposal, from, at } = merged;
    this.#deps.announcer.announce({
      events: [
        ...moved.map(interest =>
          interestEvent('moved', interest, { target: command.into, at }),
        ),
        ...repeated.map(interest =>
          interestEvent('withdrawn', interest, { target: command.into, at }),
        ),
      ],
      ...(proposal && {
        others: [
          {
            topic: decisionTopic,
            eventPayload: decisionEvent(proposal, {
              target: from.ref,
              phase: from.phase ?? 'pilot',
              at,
            }),
          },
        ],
      }),
      targets: [
        command.from,
        command.into,
        ...locked.pilots.map(({ ref }) => ref),
      ],
    });
    return moved.length;
  }
}

/** Whether there is nothing left to move, however often it was merged further. */
async function isMerged(
  tx: Knex.Transaction,
  from: StoredTarget,
  into: StoredTarget,
): Promise<boolean> {
  const [left, stays] = [
    await survivorOf(tx, from),
    await survivorOf(tx, into),
  ];
  if (from.mergedInto !== null && left.id === stays.id) {
    return true;
  }
  if (from.mergedInto !== null) {
    throw new MergedError(from.ref, left.ref);
  }
  await refuseMerged(tx, into);
  return false;
}

/** What is proposed for a target that is no more, nobody can decide. */
async function withdrawProposal(
  tx: Knex.Transaction,
  from: StoredTarget,
  actor: string,
  { at, now }: { readonly at: Date; readonly now: Date },
): Promise<StoredProposal | undefined> {
  const open = (await openProposals(tx, [from.id])).get(from.id);
  if (!open) {
    return undefined;
  }
  const { proposal, change } = withdrawnProposal(open, from.phaseVersion, {
    actor,
    at,
  });
  await savePhaseChange(tx, from.id, { proposal, change, recordedAt: now });
  return proposal;
}

async function save(
  tx: Knex.Transaction,
  where: {
    readonly locked: LockedTargets;
    readonly from: StoredTarget;
    readonly into: StoredTarget;
  },
  decision: MergeDecision,
  when: {
    readonly policies: readonly PolicyInForce[];
    readonly at: Date;
    readonly now: Date;
  },
): Promise<void> {
  const { locked, from, into } = where;
  const { policies, at, now } = when;
  await saveInterests(tx, into.id, decision.moved);
  await saveInterests(tx, into.id, decision.repeated);
  await appendLog(tx, from.id, decision.left, now);
  await appendLog(tx, into.id, decision.joined, now);
  await saveMerged(tx, from.id, into.id);
  await enqueueFeed(tx, [from.id, into.id]);
  // Both logs are complete before the first sums: a Pilot can count both.
  for (const target of [from, into]) {
    await saveDemandOf(tx, locked, target, { teams: 'all', policies, at });
  }
}
