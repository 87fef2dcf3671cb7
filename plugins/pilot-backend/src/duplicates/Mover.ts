import { ConflictError, NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
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
} from '../kernel/store/moves/saveMove';
import { readPolicies } from '../kernel/store/policies/putPolicyInForce';
import { forgetTeam } from '../kernel/store/teams/findTeams';
import { decideMove, MovedField } from './decideMove';

/** A move that whoever asked for it may make. */
export interface MoveCommand {
  readonly field: MovedField;
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

/**
 * Moves everything that stands under the ref of a team or a person to another one.
 * Each target is one transaction; a move that broke off is simply asked for again.
 */
export class Mover {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /**
   * @returns how many interests were moved; none where it was moved before
   * @throws NotFoundError where nothing stands under the ref, and nothing ever did
   * @throws ConflictError where it was moved to something else
   */
  async move(command: MoveCommand): Promise<number> {
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
        const time = new Date(Math.max(now.getTime(), target.lastAt.getTime()));
        const decided = decideMove({
          ...command,
          interests: await interestsOf(tx, target.id),
          at: time,
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
          { policies: await readPolicies(tx), at: time, recordedAt: now },
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
