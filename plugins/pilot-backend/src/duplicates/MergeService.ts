import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import {
  MergeResult,
  OrphanPage,
  PolicyInForce,
  decisionTopic,
  policyAt,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { CatalogMirror } from '../targets/CatalogMirror';
import { findTarget } from '../kernel/store/targets/findTargets';
import {
  OrphanPosition,
  pageOrphans,
} from '../kernel/store/orphans/pageOrphans';
import { CursorCodec } from '../kernel/http/cursor';
import { CallOptions } from '../kernel/access/CallOptions';
import { Door } from '../kernel/access/Door';
import { Viewer } from '../kernel/access/Viewer';
import { withMergeTarget } from '../targets/withMergeTarget';
import { Permits } from '../kernel/access/Permits';
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
import { enqueueFeed } from '../kernel/store/feed/pendingChanges';
import { interestsOf } from '../kernel/store/interests/findInterests';
import { saveInterests } from '../kernel/store/interests/saveInterests';
import {
  lockedTarget,
  LockedTargets,
  lockTargets,
} from '../kernel/store/targets/lockTargets';
import { saveMerged, survivorOf } from '../kernel/store/merges/mergedTargets';
import { readPolicies } from '../kernel/store/policies/readPolicies';
import { openProposals } from '../kernel/store/proposals/findProposals';
import { StoredProposal } from '../kernel/store/proposals/proposalRows';
import { decideMerge, MergeDecision } from './decideMerge';
import { MergedError } from '../targets/MergedError';
import { refuseMerged } from '../targets/refuseMerged';
import { StoredTarget } from '../kernel/store/targets/targetRows';
import { latestOf } from '../kernel/clock/latestOf';

/** A merge that whoever asked for it may make. */
interface MergeCommand {
  readonly from: string;
  readonly into: string;
  readonly reason: string;
  readonly actor: string;
}

interface Deps {
  readonly knex: Knex;
  readonly mirror: CatalogMirror;
  readonly door: Door;
  readonly permits: Permits;
  readonly cursors: CursorCodec<OrphanPosition>;
  readonly announcer: Announcer;
  readonly clock: Clock;
}

/** Lets approvers and administrators move interest from one target to another. */
export class MergeService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /**
   * @throws NotFoundError for targets that the caller cannot see
   * @throws ConflictError where one of them was merged into something else
   */
  async merge(
    command: {
      readonly from: string;
      readonly into: string;
      readonly reason: string;
    },
    { credentials }: CallOptions,
  ): Promise<MergeResult> {
    const viewer = await this.#deps.door.reader(credentials);
    if (!viewer.rights.admin && !viewer.isApprover) {
      throw new NotAllowedError('Only approvers and administrators merge');
    }
    const { from, into, reason } = command;
    const entities = [
      await this.#source(from, viewer),
      await this.#deps.door.target(into, viewer),
    ];
    for (const entity of entities) {
      if (entity) {
        await this.#deps.mirror.observeWithPilots(entity);
      }
    }
    const actor = viewer.caller.user;
    const moved = await withMergeTarget(
      () => this.#move({ from, into, reason, actor }),
      viewer,
    );
    return { from, into, moved };
  }

  /** Interest in what the catalog no longer knows, the latest first. */
  async orphans(
    query: { readonly cursor?: string; readonly limit: number },
    { credentials }: CallOptions,
  ): Promise<OrphanPage> {
    await this.#deps.permits.requireAdmin(credentials);
    const { cursor, limit } = query;
    const found = await pageOrphans(this.#deps.knex, {
      after: cursor ? this.#deps.cursors.decode(cursor, isPosition) : undefined,
      limit: limit + 1,
    });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(({ ref, title, goneAt, interests, teams }) => ({
        target: ref,
        title,
        goneAt: goneAt.toISOString(),
        interests,
        teams,
      })),
      ...(found.length > limit && last
        ? {
            nextCursor: this.#deps.cursors.encode({
              goneAt: last.goneAt.getTime(),
              id: last.id,
            }),
          }
        : {}),
    };
  }

  /** Finds the source; administrators can move interest of one that is gone. */
  async #source(ref: string, viewer: Viewer): Promise<Entity | undefined> {
    if (viewer.rights.admin) {
      const target = await findTarget(this.#deps.knex, ref);
      if (target?.goneAt) {
        return viewer.entity(ref);
      }
    }
    return this.#deps.door.target(ref, viewer);
  }

  /**
   * @returns how many interests were moved; none where it was merged before
   * @throws MergedError where one of them was merged into something else
   */
  async #move(command: MergeCommand): Promise<number> {
    const merged = await inTransaction(this.#deps.knex, async tx => {
      const refs = [command.from, command.into];
      const locked = await lockTargets(tx, refs, this.#deps.clock);
      const { now } = locked;
      const from = lockedTarget(locked, command.from);
      const into = lockedTarget(locked, command.into);
      if (await isMerged(tx, from, into)) {
        return undefined;
      }
      const at = latestOf(now, from.lastAt, into.lastAt);
      const policies = await readPolicies(tx);
      const decision = decideMerge({
        from: { ref: from.ref, interests: await interestsOf(tx, from.id) },
        into: { ref: into.ref, interests: await interestsOf(tx, into.id) },
        reason: command.reason,
        actor: command.actor,
        at,
        halfLifeDays: policyAt(policies, at).policy.halfLifeDays,
      });
      await save(tx, { locked, from, into, policies, at }, decision);
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

function isPosition({ goneAt, id }: OrphanPosition): boolean {
  return typeof goneAt === 'number' && typeof id === 'number';
}

/** True where nothing is left to move, however often it was merged further. */
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

/** Withdraws the proposal that nobody can decide after a merge. */
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
    readonly policies: readonly PolicyInForce[];
    readonly at: Date;
  },
  decision: MergeDecision,
): Promise<void> {
  const { locked, from, into, policies, at } = where;
  await saveInterests(tx, into.id, decision.moved);
  await saveInterests(tx, into.id, decision.repeated);
  await appendLog(tx, from.id, decision.left, locked.now);
  await appendLog(tx, into.id, decision.joined, locked.now);
  await saveMerged(tx, from.id, into.id);
  await enqueueFeed(tx, [from.id, into.id]);
  // Both logs are complete before the first sums: a Pilot can count both.
  for (const target of [from, into]) {
    await saveDemandOf(tx, locked, target, { teams: 'all', policies, at });
  }
}
