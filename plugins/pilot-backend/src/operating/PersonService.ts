import {
  ErasedPerson,
  erasePersonSchema,
  WithdrawnPerson,
  withdrawPersonSchema,
  WithdrawnInterest,
} from '@pilot-to-platform/plugin-pilot-common';
import { z } from 'zod';
import { CallOptions } from '../kernel/access/CallOptions';
import { Permits } from '../kernel/access/Permits';
import { InputError } from '@backstage/errors';
import { Knex } from 'knex';
import {
  beginErasure,
  Erasure,
  finishErasure,
  lastErasure,
} from '../kernel/store/erasures/erasures';
import { Clock } from '../kernel/clock/Clock';
import { datedWrite } from '../kernel/store/datedWrite';
import { formerRefs } from '../kernel/store/moves/moves';
import { eraseInTarget } from './eraseInTarget';
import { eraseOutsideTargets } from './eraseOutsideTargets';
import { Pseudonyms } from './Pseudonyms';
import { isPseudonym, newPseudonym } from '../kernel/store/erasures/pseudonym';
import { targetsWith } from './targetsWith';
import { Announcer } from '../kernel/announce/Announcer';
import { interestEvent } from '../interest/interestEvent';
import { decideWithdraw } from '../interest/decideWithdraw';
import { saveChanges } from '../interest/saveChanges';
import { inTransaction } from '../kernel/store/dialect';
import { interestsBy } from '../kernel/store/interests/findInterests';
import { lockedTarget, lockTargets } from '../kernel/store/targets/lockTargets';
import { readPolicies } from '../kernel/store/policies/readPolicies';
import { StoredInterest } from '../kernel/store/interests/interestRows';
import { latestOf } from '../kernel/clock/latestOf';

/** Rows by table. */
type Counts = Map<string, number>;

/** Passes until nothing was found; more only where somebody writes all the time. */
const mostPasses = 5;

interface Deps {
  readonly permits: Permits;
  readonly knex: Knex;
  readonly clock: Clock;
  readonly announcer: Announcer;
}

/**
 * Erases persons, and withdraws what they ask for who are there no more: for
 * administrators, and services with the permission. Each target is one
 * transaction, so that what broke off goes on where it was.
 *
 * An erasure takes a person out of every table: a pseudonym stands where their ref
 * stood, and what they wrote is gone. What the person writes meanwhile is erased
 * too, or was written after it.
 */
export class PersonService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** @throws NotAllowedError for everybody else */
  async erase(
    { person, dryRun }: z.output<typeof erasePersonSchema>,
    { credentials }: CallOptions,
  ): Promise<ErasedPerson> {
    await this.#deps.permits.requireAdmin(credentials);
    if (dryRun) {
      return this.#preview(person);
    }
    return this.#erase(person, await this.#actor({ credentials }));
  }

  /** @throws NotAllowedError for everybody else */
  async withdraw(
    { person, reason, dryRun }: z.output<typeof withdrawPersonSchema>,
    { credentials }: CallOptions,
  ): Promise<WithdrawnPerson> {
    await this.#deps.permits.requireAdmin(credentials);
    const withdrawn = dryRun
      ? await this.#standing(person)
      : await this.#withdraw({
          person,
          reason,
          actor: await this.#actor({ credentials }),
        });
    return { person, dryRun, withdrawn };
  }

  async #actor({ credentials }: CallOptions): Promise<string> {
    return (
      this.#deps.permits.serviceOf(credentials) ??
      (await this.#deps.permits.caller(credentials)).user
    );
  }

  /** Counts the rows that would change. */
  async #preview(person: string): Promise<ErasedPerson> {
    requirePerson(person);
    const counts: Counts = new Map();
    const refs = await this.#refsOf(person);
    await this.#pass(
      new Pseudonyms(new Map(refs.map(ref => [ref, newPseudonym()]))),
      { counts, write: false },
    );
    const last = await lastErasure(this.#deps.knex, person);
    return answerOf(last?.pseudonym ?? null, counts, true);
  }

  /** Erasing somebody of whom nothing is kept leaves no trace. */
  async #erase(person: string, by: string): Promise<ErasedPerson> {
    const { places, pseudonym } = await this.#preview(person);
    const last = await lastErasure(this.#deps.knex, person);
    if (places.length === 0 && (last?.isFinished ?? true)) {
      return { pseudonym, dryRun: false, places };
    }
    const erasures = new Map<string, Erasure>();
    for (const ref of await this.#refsOf(person)) {
      const begin = { pseudonym: newPseudonym(), by };
      erasures.set(
        ref,
        await datedWrite(this.#deps.knex, this.#deps.clock, (tx, at) =>
          beginErasure(tx, ref, { ...begin, at }),
        ),
      );
    }
    const pseudonyms = new Pseudonyms(
      new Map([...erasures].map(([ref, each]) => [ref, each.pseudonym])),
    );
    const counts: Counts = new Map();
    for (let pass = 0; pass < mostPasses; pass++) {
      if ((await this.#pass(pseudonyms, { counts, write: true })) === 0) {
        break;
      }
    }
    for (const { id } of erasures.values()) {
      await datedWrite(this.#deps.knex, this.#deps.clock, (tx, at) =>
        finishErasure(tx, id, at),
      );
    }
    return answerOf(erasures.get(person)!.pseudonym, counts, false);
  }

  /** Also what they were called before: each gets a pseudonym of its own, as it was one more author. */
  async #refsOf(person: string): Promise<string[]> {
    return [person, ...(await formerRefs(this.#deps.knex, person))];
  }

  /** @returns how many rows changed */
  async #pass(
    person: Pseudonyms,
    how: { readonly counts: Counts; readonly write: boolean },
  ): Promise<number> {
    let changed = 0;
    const count = (table: string, rows: number) => {
      if (rows > 0) {
        how.counts.set(table, (how.counts.get(table) ?? 0) + rows);
        changed += rows;
      }
    };
    for await (const target of targetsWith(this.#deps.knex, person)) {
      await eraseInTarget(this.#deps.knex, target, {
        person,
        count,
        write: how.write,
      });
    }
    await eraseOutsideTargets(this.#deps.knex, {
      person,
      count,
      write: how.write,
    });
    return changed;
  }

  /** Lists what somebody asks for, as far as they did not withdraw it. */
  async #standing(person: string): Promise<WithdrawnInterest[]> {
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
  async #withdraw(command: {
    readonly person: string;
    readonly reason: string;
    readonly actor: string;
  }): Promise<WithdrawnInterest[]> {
    const standing = await this.#standing(command.person);
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
        const time = latestOf(all.now, target.lastAt);
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

function requirePerson(person: string): void {
  if (isPseudonym(person)) {
    throw new InputError(
      `person: ${person} stands for somebody who was erased; nothing is known of who that was`,
    );
  }
}

function answerOf(
  pseudonym: string | null,
  counts: Counts,
  dryRun: boolean,
): ErasedPerson {
  return {
    pseudonym,
    dryRun,
    places: [...counts]
      .map(([table, rows]) => ({ table, rows }))
      .sort((a, b) => (a.table < b.table ? -1 : 1)),
  };
}
