import { allAtOnce, stateAt } from '@pilot-to-platform/plugin-pilot-common';
import fc from 'fast-check';
import { decideMerge } from '../duplicates/decideMerge';
import { decideMove } from '../duplicates/decideMove';
import { replaySteps } from '../operating/replayState';
import { decideStatus } from './decideStatus';
import { decideConfirm } from './decideConfirm';
import { decideRecord } from './decideRecord';
import { decideWithdraw } from './decideWithdraw';
import { InterestDecision } from './Decision';
import { mergeSteps } from './mergeSteps';
import { ownLogs } from './OwnLogs';
import { StoredInterest } from '../kernel/store/interests/interestRows';
import {
  NewLogEntry,
  toLogRow,
  KeptLogEntry,
  toLogEntry,
  toEngineEntry,
} from '../kernel/store/log/logRows';

const start = Date.UTC(2026, 5, 1, 12);
const teams = ['group:default/payments', 'group:default/ads'];
const authors = ['user:default/ana', 'user:default/cleo'];

type Step = {
  /** Milliseconds that pass before it: mostly none. */
  readonly after: number;
  readonly on: 'a' | 'b';
  readonly author: string;
  readonly team: string;
  readonly useCaseKey: string;
  readonly text: string | null;
  readonly does:
    | 'record'
    | 'confirm'
    | 'withdraw'
    | 'plan'
    | 'import'
    | 'merge'
    | 'moveTeam'
    | 'moveAuthor';
};

const step: fc.Arbitrary<Step> = fc.record({
  after: fc.constantFrom(0, 0, 0, 1, 120_000),
  on: fc.constantFrom('a' as const, 'b' as const),
  author: fc.constantFrom(...authors),
  team: fc.constantFrom(...teams),
  useCaseKey: fc.constantFrom('default', 'second'),
  text: fc.constantFrom('One', 'Two', null),
  does: fc.constantFrom(
    ...(['record', 'record', 'record', 'confirm', 'withdraw'] as const),
    ...(['plan', 'import', 'merge', 'moveTeam', 'moveAuthor'] as const),
  ),
});

/** A target as the store holds it. */
interface Target {
  readonly ref: string;
  readonly log: KeptLogEntry[];
  readonly interests: Map<string, StoredInterest>;
}

/** Two targets, written to as the store does it, each line read back from its row. */
class World {
  readonly #targets = {
    a: { ref: 'api:default/a', log: [], interests: new Map() } as Target,
    b: { ref: 'api:default/b', log: [], interests: new Map() } as Target,
  };
  #seq = 0;
  #ids = 0;
  #merged = false;

  get all(): readonly Target[] {
    return Object.values(this.#targets);
  }

  /** The logs of what was merged into a target. */
  earlier(target: Target): readonly KeptLogEntry[] {
    const { a, b } = this.#targets;
    return this.#merged && target === b ? a.log : [];
  }

  do(each: Step, at: Date): void {
    const { a, b } = this.#targets;
    const target = this.#merged ? b : this.#targets[each.on];
    const actor = 'user:default/olga';
    if (each.does === 'merge') {
      if (!this.#merged) {
        const merge = decideMerge({
          from: { ref: a.ref, interests: [...a.interests.values()] },
          into: { ref: b.ref, interests: [...b.interests.values()] },
          ...{ reason: 'The same', actor, at, halfLifeDays: 120 },
        });
        this.#append(a, merge.left, at);
        this.#append(b, merge.joined, at);
        a.interests.clear();
        this.#keep(b, [...merge.moved, ...merge.repeated]);
        this.#merged = true;
      }
    } else if (each.does === 'moveTeam' || each.does === 'moveAuthor') {
      const field = each.does === 'moveTeam' ? 'team' : 'author';
      const [from, into] = field === 'team' ? teams : authors;
      const move = decideMove({
        ...{ field, from, into, actor, at, reason: 'Renamed' },
        halfLifeDays: 120,
        interests: [...target.interests.values()],
      });
      this.#append(target, move.entries, at);
      this.#keep(target, [...move.moved, ...move.repeated]);
    } else if (each.does === 'import') {
      const { team, author, useCaseKey, text } = each;
      const merge = allAtOnce(
        mergeSteps({
          lines: [
            {
              ...{ type: 'interest', target: target.ref, team, author },
              ...{ useCaseKey, useCase: text, createdAt: at.toISOString() },
            },
          ],
          own: allAtOnce(ownLogs(target.log)),
          earlier: this.earlier(target),
          newId: () => this.#newId(),
        }),
      );
      this.#append(target, merge.entries, at);
      this.#keep(target, merge.touched);
    } else {
      const decision = this.#decide(each, target, at);
      if (decision) {
        this.#append(target, decision.entry ? [decision.entry] : [], at);
        this.#keep(target, [decision.interest]);
      }
    }
  }

  #newId(): string {
    this.#ids += 1;
    return `id-${this.#ids}`;
  }

  #decide(each: Step, target: Target, at: Date): InterestDecision | undefined {
    const { team, author, useCaseKey, text } = each;
    const interests = [...target.interests.values()];
    const before = interests.find(
      known =>
        known.team === team &&
        known.author === author &&
        known.useCaseKey === useCaseKey,
    );
    try {
      switch (each.does) {
        case 'record':
          return decideRecord({
            ...{ interests, author, onBehalf: false, at },
            command: { team, useCaseKey, useCase: text },
            newId: this.#newId(),
          });
        case 'confirm':
          return before && decideConfirm(before, at);
        case 'withdraw':
          return before && decideWithdraw(before, at);
        default:
          return (
            before &&
            decideStatus(before, {
              command: {
                ...{ status: 'planned', note: null },
                version: before.version,
              },
              ...{ by: 'user:default/dana', at },
            })
          );
      }
    } catch {
      return undefined;
    }
  }

  #append(target: Target, entries: readonly NewLogEntry[], at: Date): void {
    for (const entry of entries) {
      this.#seq += 1;
      const row = { ...toLogRow(1, entry, at), seq: this.#seq };
      target.log.push(toLogEntry(row));
    }
  }

  #keep(target: Target, interests: readonly StoredInterest[]): void {
    interests.forEach(each => target.interests.set(each.id, each));
  }
}

const byId = (a: { readonly id: string }, b: { readonly id: string }) =>
  Number(a.id > b.id) - Number(a.id < b.id);

/** Keeps what everybody can see of an interest, and what it is found by. */
const seen = ({ version, imported, ...rest }: StoredInterest) => rest;

it('keeps what its log leads to, however much happens in one millisecond', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 14 }), steps => {
      const world = new World();
      let time = start;
      for (const each of steps) {
        time += each.after;
        world.do(each, new Date(time));
      }
      for (const target of world.all) {
        const kept = [...target.interests.values()].sort(byId);
        const { log } = target;
        for (const order of [log, [...log].reverse()]) {
          const replayed = allAtOnce(replaySteps(log, world.earlier(target)));
          expect(replayed.interests.map(seen)).toEqual(kept.map(seen));
          const { interests } = stateAt(
            { target: target.ref, entries: order.map(toEngineEntry) },
            new Date(time),
          );
          expect([...interests].sort(byId).map(weighed)).toEqual(
            kept.map(weighed),
          );
        }
      }
    }),
    { numRuns: 1500, seed: 20_261_201 },
  );
});

/** Keeps what the demand of an interest depends on. */
function weighed(
  each: Pick<
    StoredInterest,
    | 'id'
    | 'team'
    | 'author'
    | 'useCase'
    | 'status'
    | 'withdrawn'
    | 'confirmedAt'
  >,
) {
  const { id, team, author, useCase, status, withdrawn, confirmedAt } = each;
  return { id, team, author, useCase, status, withdrawn, confirmedAt };
}
