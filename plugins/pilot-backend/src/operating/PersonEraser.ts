import { InputError } from '@backstage/errors';
import { ErasedPerson } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import {
  beginErasure,
  Erasure,
  finishErasure,
  lastErasure,
} from '../kernel/store/erasures/saveErasures';
import { Clock } from '../kernel/clock/Clock';
import { datedWrite } from '../kernel/store/datedWrite';
import { formerRefs } from '../kernel/store/moves/saveMove';
import { eraseInTarget } from './eraseInTarget';
import { eraseOutsideTargets } from './eraseOutsideTargets';
import { Pseudonyms } from './Pseudonyms';
import { isPseudonym, newPseudonym } from '../kernel/store/erasures/pseudonym';
import { targetsWith } from './targetsWith';

/** Rows by table. */
export type Counts = Map<string, number>;

/** Passes until nothing was found; more only where somebody writes all the time. */
const mostPasses = 5;

interface Deps {
  readonly knex: Knex;
  readonly clock: Clock;
}

/**
 * Takes a person out of every table: a pseudonym stands where their ref stood, and
 * what they wrote is gone. Each target is one transaction, so that an erasure that
 * broke off goes on where it was; what the person writes meanwhile is erased too,
 * or was written after it.
 */
export class PersonEraser {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Counts the rows that would change. */
  async preview(person: string): Promise<ErasedPerson> {
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
  async erase(person: string, by: string): Promise<ErasedPerson> {
    const { places, pseudonym } = await this.preview(person);
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
