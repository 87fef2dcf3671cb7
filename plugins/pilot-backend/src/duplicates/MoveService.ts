import { AuthService } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  MergeResult,
  OrphanedPersonPage,
  OrphanedTeamPage,
  policyAt,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { MovedField, decideMove } from './decideMove';
import { isPseudonym } from '../kernel/store/erasures/pseudonym';
import {
  OrphanedRef,
  OrphanedTeamPosition,
  pageAuthors,
  pageOrphanedTeams,
} from '../kernel/store/orphans/pageOrphanedTeams';
import { CursorCodec } from '../kernel/http/cursor';
import { CallOptions } from '../kernel/access/CallOptions';
import { Permits } from '../kernel/access/Permits';
import { Announcer } from '../kernel/announce/Announcer';
import { interestEvent } from '../interest/interestEvent';
import { saveChanges } from '../interest/saveChanges';
import { Clock } from '../kernel/clock/Clock';
import { datedWrite } from '../kernel/store/datedWrite';
import { inTransaction } from '../kernel/store/dialect';
import { interestsOf } from '../kernel/store/interests/findInterests';
import { lockedTarget, lockTargets } from '../kernel/store/targets/lockTargets';
import {
  movedAmong,
  moveMessages,
  moveOpenProposals,
  moveOutsideCounts,
  moveRatings,
  saveMove,
  targetsToMove,
} from '../kernel/store/moves/moves';
import { readPolicies } from '../kernel/store/policies/readPolicies';
import { forgetTeam } from '../kernel/store/teams/teamPresence';
import { latestOf } from '../kernel/clock/latestOf';

/** Refs that the catalog is asked about at once. */
const batch = 500;

interface Page {
  readonly cursor?: string;
  readonly limit: number;
}

/** A move that whoever asked for it may make. */
interface MoveCommand {
  readonly field: MovedField;
  readonly from: string;
  readonly into: string;
  readonly reason: string;
  readonly actor: string;
}

interface Deps {
  readonly knex: Knex;
  readonly catalog: CatalogService;
  readonly auth: AuthService;
  readonly permits: Permits;
  readonly teamCursors: CursorCodec<OrphanedTeamPosition>;
  readonly personCursors: CursorCodec<{ ref: string }>;
  readonly announcer: Announcer;
  readonly clock: Clock;
}

/**
 * Lets administrators, and services with the permission, find teams and persons
 * that the catalog no longer has, and move what stands under their refs.
 */
export class MoveService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /**
   * @throws ConflictError while the catalog has `from`: who is there asks for themselves
   * @throws NotFoundError where the catalog lacks `into`, or nothing stands under `from`
   */
  async move(
    field: MovedField,
    command: {
      readonly from: string;
      readonly into: string;
      readonly reason: string;
    },
    { credentials }: CallOptions,
  ): Promise<MergeResult> {
    await this.#deps.permits.requireAdmin(credentials);
    const { from, into, reason } = command;
    const [hasFrom, hasInto] = await this.#present([from, into]);
    if (hasFrom) {
      throw new ConflictError(
        `from: the catalog has ${from}; only what it has no more is moved`,
      );
    }
    if (!hasInto) {
      throw new NotFoundError(`into: the catalog has no ${into}`);
    }
    const actor =
      this.#deps.permits.serviceOf(credentials) ??
      (await this.#deps.permits.caller(credentials)).user;
    const moved = await this.#moveAll({
      field,
      from,
      into,
      reason,
      actor,
    });
    return { from, into, moved };
  }

  /** Teams that the catalog has no more and that keep interest, the latest first. */
  async orphanedTeams(
    { cursor, limit }: Page,
    { credentials }: CallOptions,
  ): Promise<OrphanedTeamPage> {
    await this.#deps.permits.requireAdmin(credentials);
    const found = await pageOrphanedTeams(this.#deps.knex, {
      after: cursor ? this.#deps.teamCursors.decode(cursor, isTeam) : undefined,
      limit: limit + 1,
    });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(({ ref, goneAt, interests, targets }) => ({
        team: ref,
        goneAt: goneAt.toISOString(),
        interests,
        targets,
      })),
      ...(found.length > limit &&
        last && {
          nextCursor: this.#deps.teamCursors.encode({
            goneAt: last.goneAt.getTime(),
            ref: last.ref,
          }),
        }),
    };
  }

  /** Persons whose interest stands and whom the catalog has not, in the order of their refs. */
  async orphanedPersons(
    { cursor, limit }: Page,
    { credentials }: CallOptions,
  ): Promise<OrphanedPersonPage> {
    await this.#deps.permits.requireAdmin(credentials);
    const found: OrphanedRef[] = [];
    let after = cursor
      ? this.#deps.personCursors.decode(cursor, isPerson).ref
      : '';
    while (found.length <= limit) {
      const authors = await pageAuthors(this.#deps.knex, {
        after,
        limit: batch,
      });
      const present = await this.#present(authors.map(({ ref }) => ref));
      found.push(
        ...authors.filter(
          ({ ref }, index) => !present[index] && !isPseudonym(ref),
        ),
      );
      if (authors.length < batch) {
        break;
      }
      after = authors.at(-1)!.ref;
    }
    const page = found.slice(0, limit);
    return {
      items: page.map(({ ref, interests, targets }) => ({
        person: ref,
        interests,
        targets,
      })),
      ...(found.length > limit && {
        nextCursor: this.#deps.personCursors.encode({ ref: page.at(-1)!.ref }),
      }),
    };
  }

  /** For each ref, whether the catalog has it, whoever may see it. */
  async #present(refs: readonly string[]): Promise<boolean[]> {
    if (refs.length === 0) {
      return [];
    }
    const { items } = await this.#deps.catalog.getEntitiesByRefs(
      { entityRefs: [...refs], fields: ['kind'] },
      { credentials: await this.#deps.auth.getOwnServiceCredentials() },
    );
    return items.map(entity => entity !== undefined);
  }

  /**
   * @returns how many interests were moved; none where it was moved before
   * @throws NotFoundError where nothing stands under the ref, and nothing ever did
   * @throws ConflictError where it was moved to something else
   */
  async #moveAll(command: MoveCommand): Promise<number> {
    const { field, from, into, reason, actor } = command;
    const targets = await targetsToMove(this.#deps.knex, field, from);
    const before = (await movedAmong(this.#deps.knex, [from])).get(from);
    if (targets.length === 0 && before && before.into !== into) {
      throw new ConflictError(
        `${from} was moved to ${before.into}; move that instead`,
      );
    }
    if (targets.length === 0 && !before) {
      throw new NotFoundError(`from: nothing stands under ${from}`);
    }
    if (targets.length > 0) {
      await datedWrite(this.#deps.knex, this.#deps.clock, async (tx, now) => {
        await saveMove(tx, { from, into, reason, by: actor, at: now });
        if (field === 'author') {
          await moveMessages(tx, { from, into });
        }
      });
    }
    let moved = 0;
    for (const { ref } of targets) {
      moved += await this.#moveIn(ref, command);
    }
    if (field === 'team') {
      await forgetTeam(this.#deps.knex, from);
    }
    return moved;
  }

  async #moveIn(ref: string, command: MoveCommand): Promise<number> {
    const { from, into } = command;
    const { decision, locked, at } = await inTransaction(
      this.#deps.knex,
      async tx => {
        const all = await lockTargets(tx, [ref], this.#deps.clock);
        const { now } = all;
        const target = lockedTarget(all, ref);
        const time = latestOf(now, target.lastAt);
        const policies = await readPolicies(tx);
        const decided = decideMove({
          ...command,
          interests: await interestsOf(tx, target.id),
          at: time,
          halfLifeDays: policyAt(policies, time).policy.halfLifeDays,
        });
        await saveChanges(
          tx,
          { locked: all, target },
          {
            entries: decided.entries,
            interests: [
              ...new Map(
                [...decided.moved, ...decided.repeated].map(each => [
                  each.id,
                  each,
                ]),
              ).values(),
            ],
            formerTeams: command.field === 'team' ? [from] : [],
            projected: true,
          },
          { policies, at: time, recordedAt: now },
        );
        if (command.field === 'team') {
          await moveRatings(tx, target.id, { from, into });
          await moveOutsideCounts(tx, target.id, { from, into });
        } else {
          await moveOpenProposals(tx, target.id, { from, into });
        }
        return { decision: decided, locked: all, at: time };
      },
    );
    this.#deps.announcer.announce({
      events: [
        ...decision.moved.map(interest =>
          interestEvent('moved', interest, { target: ref, at }),
        ),
        ...decision.repeated.map(interest =>
          interestEvent('withdrawn', interest, { target: ref, at }),
        ),
      ],
      targets: [ref, ...locked.pilots.map(pilot => pilot.ref)],
    });
    return decision.moved.length;
  }
}

function isTeam({ goneAt, ref }: OrphanedTeamPosition): boolean {
  return typeof goneAt === 'number' && typeof ref === 'string';
}

function isPerson({ ref }: { ref: string }): boolean {
  return typeof ref === 'string';
}
