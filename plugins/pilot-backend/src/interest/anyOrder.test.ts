import {
  allAtOnce,
  dayMs,
  stateAt,
} from '@pilot-to-platform/plugin-pilot-common';
import fc from 'fast-check';
import { decideMerge } from '../duplicates/decideMerge';
import { decideMove } from '../duplicates/decideMove';
import { decideStatus } from './decideStatus';
import { decideConfirm } from './decideConfirm';
import { decideRecord } from './decideRecord';
import { decideWithdraw } from './decideWithdraw';
import { InterestDecision } from './Decision';
import { foldInterest } from './foldInterest';
import { KeyHolders } from './KeyHolders';
import { byInterest } from './byInterest';
import { mergeSteps } from './mergeSteps';
import { ownLogs } from './OwnLogs';
import { InterestLineRead } from './importedEntries';
import { StoredInterest } from '../kernel/store/interests/interestRows';
import { NewLogEntry, toEngineEntry } from '../kernel/store/log/logRows';

const day = (number: number, part = 0) =>
  new Date(Date.UTC(2026, 0, 1) + number * dayMs + part);
const author = 'user:default/ana';
const team = 'group:default/payments';

/** One act of somebody in the portal, at noon of a day. */
type Act =
  | { does: 'record'; useCaseKey: string; details: object }
  | { does: 'confirm'; useCaseKey: string }
  | { does: 'withdraw'; useCaseKey: string }
  | { does: 'answer'; useCaseKey: string; status: 'planned' | 'adopted' };

type Step =
  | { act: Act; at: Date }
  | { lines: InterestLineRead[] }
  | { moveAt: Date }
  /** All of it goes to another target. */
  | { mergeAt: Date };

/** The team's name at the end. */
const newTeam = 'group:default/checkout';

const useCaseKey = fc.constantFrom('default', 'second');
const details = fc.record(
  {
    urgency: fc.constantFrom(
      'critical' as const,
      'important' as const,
      'nice-to-have' as const,
    ),
    useCase: fc.constantFrom('One', 'Two', null),
    neededBy: fc.constantFrom('2099-01-01', null),
    contribute: fc.boolean(),
  },
  { requiredKeys: [] },
);

const line: fc.Arbitrary<InterestLineRead> = fc.oneof(
  fc
    .record({
      useCaseKey,
      details,
      created: fc.nat(60),
      confirmed: fc.option(fc.nat(30)),
    })
    .map(({ created, confirmed, ...each }) => ({
      type: 'interest' as const,
      target: 'api:default/orders',
      team,
      author,
      useCaseKey: each.useCaseKey,
      ...each.details,
      createdAt: day(created).toISOString(),
      ...(confirmed !== null && {
        confirmedAt: day(created + confirmed).toISOString(),
      }),
    })),
  fc
    .record({
      useCaseKey,
      status: fc.constantFrom(
        'open' as const,
        'planned' as const,
        'adopted' as const,
        'withdrawn' as const,
        'declined' as const,
      ),
      at: fc.nat(90),
      note: fc.constantFrom(null, 'Soon'),
      by: fc.constantFrom('user:default/dana', 'user:default/olga'),
    })
    .map(({ at, ...each }) => ({
      type: 'status' as const,
      target: 'api:default/orders',
      team,
      author,
      ...each,
      at: day(at).toISOString(),
    })),
);

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ does: fc.constant('record' as const), useCaseKey, details }),
  fc.record({ does: fc.constant('confirm' as const), useCaseKey }),
  fc.record({ does: fc.constant('withdraw' as const), useCaseKey }),
  fc.record({
    does: fc.constant('answer' as const),
    useCaseKey,
    status: fc.constantFrom('planned' as const, 'adopted' as const),
  }),
);

function decide(
  doing: Act,
  at: Date,
  interests: readonly StoredInterest[],
  newId: string,
): InterestDecision {
  if (doing.does === 'record') {
    return decideRecord({
      interests,
      command: { team, useCaseKey: doing.useCaseKey, ...doing.details },
      author,
      onBehalf: false,
      newId,
      at,
    });
  }
  const before = interests.find(each => each.useCaseKey === doing.useCaseKey);
  if (!before) {
    throw new Error('There is none');
  }
  if (doing.does === 'confirm') {
    return decideConfirm(before, at);
  }
  return doing.does === 'withdraw'
    ? decideWithdraw(before, at)
    : decideStatus(before, {
        command: {
          status: doing.status,
          note: null,
          version: before.version,
        },
        by: 'user:default/dana',
        at,
      });
}

/** As an import reads lines: under the name of the past, or that of today. */
function namedNow(
  lines: readonly InterestLineRead[],
  log: readonly NewLogEntry[],
  isMoved: boolean,
): readonly InterestLineRead[] {
  const holders = new KeyHolders(byInterest(log).values());
  const isNamed = (each: InterestLineRead) =>
    holders.at(
      each,
      new Date(each.type === 'status' ? each.at : each.createdAt),
    );
  return lines.map(each =>
    isMoved && !isNamed(each) ? { ...each, team: newTeam } : each,
  );
}

/** A target, written to as the store does it. */
function play(steps: readonly Step[]) {
  let log: NewLogEntry[] = [];
  let earlier: NewLogEntry[] = [];
  const interests = new Map<string, StoredInterest>();
  let waiting: InterestLineRead[] = [];
  let isMoved = false;
  let ids = 0;
  const newId = () => `id-${(ids += 1)}`;
  /** Of each act, whether it was refused, changed nothing or is in the log. */
  const acts: string[] = [];
  for (const step of steps) {
    if ('lines' in step) {
      const lines = namedNow([...step.lines, ...waiting], log, isMoved);
      const own = allAtOnce(ownLogs(log));
      const merge = allAtOnce(mergeSteps({ lines, own, earlier, newId }));
      log.push(...merge.entries);
      merge.touched.forEach(each => interests.set(each.id, each));
      waiting = lines.filter((_, i) => merge.fates[i] === 'waiting');
    } else if ('moveAt' in step) {
      const { entries, moved: renamed } = decideMove({
        ...{ field: 'team', from: team, into: newTeam, at: step.moveAt },
        ...{ interests: [...interests.values()], reason: 'Renamed' },
        ...{ actor: 'user:default/olga', halfLifeDays: 120 },
      });
      isMoved = true;
      log.push(...entries);
      renamed.forEach(each => interests.set(each.id, each));
    } else if ('mergeAt' in step) {
      const {
        left,
        joined,
        moved: brought,
      } = decideMerge({
        from: { ref: 'api:default/old', interests: [...interests.values()] },
        into: { ref: 'api:default/orders', interests: [] },
        ...{ actor: 'user:default/olga', reason: 'The same', at: step.mergeAt },
        halfLifeDays: 120,
      });
      earlier = [...log, ...left];
      log = [...joined];
      brought.forEach(each => interests.set(each.id, each));
    } else {
      try {
        const all = [...interests.values()];
        const decision = decide(step.act, step.at, all, newId());
        interests.set(decision.interest.id, decision.interest);
        if (decision.entry) {
          log.push(decision.entry);
        }
        acts.push(decision.entry ? 'logged' : 'nothing');
      } catch {
        acts.push('refused');
      }
    }
  }
  return { log, earlier, interests, acts };
}

/** Returns what everybody can see of the interests at an instant. */
function seenAt(log: readonly NewLogEntry[], until: Date) {
  return [...byInterest(log).values()]
    .flatMap(entries => foldInterest(entries, until) ?? [])
    .map(({ id, version, imported, ...seen }) => seen)
    .sort((a, b) => (a.useCaseKey < b.useCaseKey ? -1 : 1));
}

/** The same at every instant that something holds from. */
function allSeen(log: readonly NewLogEntry[]): string {
  const instants = new Set(log.map(({ at }) => at.getTime()));
  return JSON.stringify(
    [...instants]
      .sort((a, b) => a - b)
      .map(at => [at, seenAt(log, new Date(at))]),
    undefined,
    1,
  );
}

/** The lines cut into requests, and the acts at their places between them. */
function stepsOf(
  lines: readonly InterestLineRead[],
  acts: readonly Act[],
  cuts: readonly number[],
  first: 'lines' | 'acts' | 'mixed',
): Step[] {
  const requests: Step[] = [];
  for (let start = 0, i = 0; start < lines.length; i += 1) {
    const size = 1 + (cuts[i % cuts.length] ?? 0);
    requests.push({ lines: lines.slice(start, start + size) });
    start += size;
  }
  const done = acts.map((each, i) => ({ act: each, at: day(91 + i, 1) }));
  if (first === 'mixed') {
    return done.flatMap((each, i): Step[] =>
      i === 0 ? [...requests.slice(0, 1), each, ...requests.slice(1)] : [each],
    );
  }
  return first === 'lines' ? [...requests, ...done] : [...done, ...requests];
}

const world = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 8 }),
    acts: fc.array(act, { minLength: 1, maxLength: 5 }),
    cuts: fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }),
    first: fc.constantFrom('lines' as const, 'acts' as const, 'mixed' as const),
  })
  .chain(each =>
    fc
      .shuffledSubarray(each.lines, { minLength: each.lines.length })
      .map(shuffled => ({ ...each, shuffled })),
  );

it('gives the same past and present in any order of lines and acts', () => {
  let compared = 0;
  fc.assert(
    fc.property(world, ({ lines, shuffled, acts, cuts, first }) => {
      const one = play(stepsOf(lines, acts, [lines.length], 'lines'));
      const other = play(stepsOf(shuffled, acts, cuts, first));
      // What was refused, or said again what its author said last, did not happen.
      fc.pre(one.acts.join() === other.acts.join());
      compared += 1;
      expect(allSeen(other.log)).toBe(allSeen(one.log));
    }),
    { numRuns: 400, seed: 20_261_130 },
  );
  expect(compared).toBe(400);
});

it('gives the same for acts that say something new, whether it is imported before or after', () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 6 }),
      details,
      (lines, said) => {
        const kept = lines.filter(
          each => each.type === 'interest' || each.status === 'planned',
        );
        const acts: Act[] = [
          { does: 'record', useCaseKey: 'default', details: said },
          { does: 'answer', useCaseKey: 'default', status: 'planned' },
        ];
        const before = play(stepsOf(kept, acts, [9], 'lines'));
        const after = play(stepsOf(kept, acts, [0], 'acts'));
        expect([before.acts, after.acts]).toEqual([
          ['logged', 'logged'],
          ['logged', 'logged'],
        ]);
        expect(allSeen(after.log)).toBe(allSeen(before.log));
      },
    ),
    { numRuns: 200, seed: 20_261_130 },
  );
});

/** Acts some days apart, and lines of any time, of theirs too. */
const alternating = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 8 }),
    acts: fc.array(act, { minLength: 2, maxLength: 5 }),
    /** Index of the act of which each line shares the instant, if any. */
    shared: fc.array(fc.nat(9), { minLength: 8, maxLength: 8 }),
    /** Number of acts that each line's import comes late by. */
    late: fc.array(fc.nat(3), { minLength: 8, maxLength: 8 }),
    twice: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  })
  .map(({ lines, acts, shared, late, twice }) => {
    const steps = acts.map((each, i) => ({ act: each, at: day(15 * (i + 1)) }));
    return {
      steps,
      late,
      twice,
      lines: lines.map((each, i) => moved(each, steps[shared[i]]?.at)),
    };
  });

/** A line that says the instant of an act, where it is to share one. */
function moved(each: InterestLineRead, at: Date | undefined): InterestLineRead {
  if (!at) {
    return each;
  }
  return each.type === 'status'
    ? { ...each, at: at.toISOString() }
    : { ...each, createdAt: at.toISOString(), confirmedAt: undefined };
}

const lastOf = (each: InterestLineRead) =>
  Date.parse(
    each.type === 'status' ? each.at : each.confirmedAt ?? each.createdAt,
  );

/** Each line between the acts, as soon as it can be, or so many acts later. */
function between(
  {
    lines,
    steps,
    twice,
  }: {
    readonly lines: readonly InterestLineRead[];
    readonly steps: ReadonlyArray<Extract<Step, { act: Act }>>;
    readonly twice: readonly boolean[];
  },
  late: readonly number[],
): Step[] {
  const first = lines.map(
    each => steps.filter(({ at }) => at.getTime() < lastOf(each)).length,
  );
  const all: Step[] = [];
  for (let place = 0; place <= steps.length; place += 1) {
    const due = lines.filter(
      (_, i) => Math.min(first[i] + late[i], steps.length) === place,
    );
    const again = lines.filter(
      (_, i) => twice[i] && first[i] + late[i] < place,
    );
    for (const each of [...due, ...again]) {
      all.push({ lines: [each] });
    }
    all.push(...steps.slice(place, place + 1));
  }
  return all;
}

it('gives the same where lines and acts alternate, and share their instants', () => {
  let compared = 0;
  fc.assert(
    fc.property(alternating, each => {
      const one = play(
        between(
          each,
          each.late.map(() => 0),
        ),
      );
      const other = play(between({ ...each, twice: [] }, each.late));
      fc.pre(one.acts.join() === other.acts.join());
      compared += 1;
      expect(allSeen(other.log)).toBe(allSeen(one.log));
    }),
    { numRuns: 600, seed: 20_261_201 },
  );
  expect(compared).toBe(600);
});

it('gives the same whether a team is called otherwise before or after', () => {
  const last = { moveAt: day(200) };
  const present = (log: readonly NewLogEntry[]) =>
    seenAt(log, day(201)).map(({ updatedAt, ...seen }) => seen);
  fc.assert(
    fc.property(world, ({ lines, shuffled, acts, cuts }) => {
      const one = play([...stepsOf(lines, acts, [9], 'acts'), last]);
      const [done, requests] = [
        stepsOf([], acts, cuts, 'acts'),
        stepsOf(shuffled, [], cuts, 'lines'),
      ];
      const other = play([...done, last, ...requests]);
      fc.pre(one.acts.join() === other.acts.join());
      expect(present(other.log)).toEqual(present(one.log));
      for (const { log, interests } of [one, other]) {
        const engine = {
          target: 'api:default/orders',
          entries: log.map((entry, seq) => toEngineEntry({ ...entry, seq })),
        };
        const replayed = stateAt(engine, day(201)).interests;
        expect(
          replayed.map(({ id, useCase, withdrawn, status, team: of }) => [
            ...[id, useCase, withdrawn, status, of],
          ]),
        ).toEqual(
          replayed.map(({ id }) => {
            const kept = interests.get(id)!;
            const { useCase, withdrawn, status, team: of } = kept;
            return [id, useCase, withdrawn, status, of];
          }),
        );
      }
    }),
    { numRuns: 300, seed: 20_261_201 },
  );
});

it('gives the same present whether it is imported for what was merged, or for what is left', () => {
  const mergeAt = day(100);
  const end = day(201);
  const present = ({ log, earlier }: ReturnType<typeof play>) =>
    seenAt([...earlier, ...log], end).map(({ updatedAt, ...seen }) => seen);
  let compared = 0;
  fc.assert(
    fc.property(
      world,
      fc.array(act, { maxLength: 3 }),
      ({ lines, shuffled, acts, cuts, first }, late) => {
        const since = late.map((each, i) => ({ act: each, at: day(101 + i) }));
        const one = play([
          ...stepsOf(lines, acts, [9], first),
          { mergeAt },
          ...since,
        ]);
        const [done, requests] = [
          stepsOf([], acts, cuts, 'acts'),
          stepsOf(shuffled, [], cuts, 'lines'),
        ];
        const other = play([...done, { mergeAt }, ...since, ...requests]);
        fc.pre(one.acts.join() === other.acts.join());
        compared += 1;
        expect(present(other)).toEqual(present(one));
        // What is stored and what the engine makes of the one log say the same.
        const replayed = stateAt(
          {
            target: 'api:default/orders',
            entries: other.log.map((entry, seq) =>
              toEngineEntry({ ...entry, seq }),
            ),
          },
          end,
        ).interests;
        expect(replayed).toHaveLength(other.interests.size);
        for (const { id, ...state } of replayed) {
          const kept = other.interests.get(id)!;
          for (const key of ['urgency', 'useCase', 'neededBy'] as const) {
            expect(state[key]).toBe(kept[key]);
          }
          expect([state.status, state.withdrawn]).toEqual([
            kept.status,
            kept.withdrawn,
          ]);
          expect(state.confirmedAt).toEqual(kept.confirmedAt);
        }
      },
    ),
    { numRuns: 300, seed: 20_261_201 },
  );
  expect(compared).toBe(300);
});

it('keeps the state that its log leads to, and the engine replays the same', () => {
  fc.assert(
    fc.property(world, ({ shuffled, acts, cuts, first }) => {
      const { log, interests } = play(stepsOf(shuffled, acts, cuts, first));
      for (const [id, entries] of byInterest(log)) {
        const kept = interests.get(id)!;
        expect({ imported: [], ...kept }).toEqual(foldInterest(entries));
      }
      const engine = {
        target: 'api:default/orders',
        entries: log.map((entry, seq) => toEngineEntry({ ...entry, seq })),
      };
      for (const at of log.map(entry => entry.at)) {
        const replayed = stateAt(engine, at).interests;
        const folded = [...byInterest(log).values()].flatMap(
          entries => foldInterest(entries, at) ?? [],
        );
        const weighed = (each: (typeof replayed)[number]) => [
          each.id,
          each.urgency,
          each.useCase,
          each.neededBy,
          each.contribute,
          each.status,
          each.withdrawn,
          each.confirmedAt,
        ];
        expect(replayed.map(weighed).sort()).toEqual(
          folded.map(weighed).sort(),
        );
      }
    }),
    { numRuns: 100, seed: 20_261_130 },
  );
});

it('takes a line twice without another entry', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), lines => {
      const once = play([{ lines }]);
      const twice = play([{ lines }, { lines: [...lines].reverse() }]);
      expect(twice.log.length).toBe(once.log.length);
    }),
    { numRuns: 100, seed: 20_261_130 },
  );
});
