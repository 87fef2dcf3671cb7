import { WithdrawnInterest } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { Announcer } from '../kernel/announce/Announcer';
import { interestEvent } from '../interest/interestEvent';
import { decideWithdraw } from '../interest/decideWithdraw';
import { saveChanges } from '../interest/saveChanges';
import { Clock } from '../kernel/clock/Clock';
import { inTransaction } from '../kernel/store/dialect';
import { interestsBy } from '../kernel/store/interests/findInterests';
import { lockedTarget, lockTargets } from '../kernel/store/targets/lockTargets';
import { readPolicies } from '../kernel/store/policies/putPolicyInForce';
import { StoredInterest } from '../kernel/store/interests/interestRows';

interface Deps {
  readonly knex: Knex;
  readonly announcer: Announcer;
  readonly clock: Clock;
}

/**
 * Withdraws everything that somebody asks for who is there no more. Each target is
 * one transaction; one that broke off is simply asked for again.
 */
export class PersonWithdrawer {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** What somebody asks for, as far as they did not withdraw it. */
  async standing(person: string): Promise<WithdrawnInterest[]> {
    const rows = await this.#deps
      .knex('interest')
      .join('target', 'target.id', 'interest.target_id')
      .where({ author: person, withdrawn: false })
      .orderBy(['target.ref', 'interest.team', 'interest.use_case_key'])
      .select('interest.id', 'interest.team', 'target.ref', 'use_case_key');
    return rows.map(row => ({
      id: row.id,
      target: row.ref,
      team: row.team,
      useCaseKey: row.use_case_key,
    }));
  }

  /** @returns what was withdrawn */
  async withdraw(command: {
    readonly person: string;
    readonly reason: string;
    readonly actor: string;
  }): Promise<WithdrawnInterest[]> {
    const standing = await this.standing(command.person);
    const withdrawn: WithdrawnInterest[] = [];
    for (const target of new Set(standing.map(each => each.target))) {
      const interests = await this.#withdrawIn(target, command);
      withdrawn.push(
        ...interests.map(({ id, team, useCaseKey }) => ({
          id,
          target,
          team,
          useCaseKey,
        })),
      );
    }
    return withdrawn;
  }

  async #withdrawIn(
    ref: string,
    {
      person,
      reason,
      actor,
    }: {
      readonly person: string;
      readonly reason: string;
      readonly actor: string;
    },
  ): Promise<StoredInterest[]> {
    const { interests, locked, at } = await inTransaction(
      this.#deps.knex,
      async tx => {
        const all = await lockTargets(tx, [ref], this.#deps.clock);
        const target = lockedTarget(all, ref);
        const time = new Date(
          Math.max(all.now.getTime(), target.lastAt.getTime()),
        );
        const found = await interestsBy(tx, target.id, person);
        const decisions = found
          .filter(({ withdrawn }) => !withdrawn)
          .map(interest => decideWithdraw(interest, time));
        await saveChanges(
          tx,
          { locked: all, target },
          {
            entries: decisions.map(({ entry }) => ({
              ...entry!,
              actor,
              reason,
            })),
            interests: decisions.map(({ interest }) => interest),
            projected: true,
          },
          {
            policies: await readPolicies(tx),
            at: time,
            recordedAt: all.now,
          },
        );
        return {
          interests: decisions.map(({ interest }) => interest),
          locked: all,
          at: time,
        };
      },
    );
    this.#deps.announcer.announce({
      events: interests.map(interest =>
        interestEvent('withdrawn', interest, { target: ref, at }),
      ),
      targets: [ref, ...locked.pilots.map(pilot => pilot.ref)],
    });
    return interests;
  }
}
