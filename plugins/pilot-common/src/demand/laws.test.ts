import fc from 'fast-check';
import { demandPolicySchema } from '../model/policy';
import {
  aPolicy,
  aState,
  now,
  someInterests,
  targets,
} from './__testUtils__/arbitraries';
import { deepFreeze, inFull } from './__testUtils__/asks';
import { naiveDemand } from './__testUtils__/naiveDemand';
import { assessDemand } from './assessDemand';
import { isCounted, type TargetInterest } from './counted';

const [target] = targets;
// The laws are about real numbers; sums and powers of doubles may be off by a
// few units in the last place.
const noise = 1e-9;

const demandOf = (
  interests: readonly TargetInterest[],
  policy: Parameters<typeof assessDemand>[0]['policy'],
) => assessDemand({ target, interests: deepFreeze(interests), policy, now });

const changed = (
  interest: TargetInterest,
  change: Partial<TargetInterest['state']>,
): TargetInterest => ({ ...interest, state: { ...interest.state, ...change } });

/** Interests, one of them picked. */
const someAndOne = someInterests
  .filter(interests => interests.length > 0)
  .chain(interests =>
    fc.tuple(
      fc.constant(interests),
      fc.integer({ min: 0, max: interests.length - 1 }),
    ),
  );

const holds = <Values extends [unknown, ...unknown[]]>(
  ...property: Parameters<typeof fc.property<Values>>
) => fc.assert(fc.property<Values>(...property), { numRuns: 500 });

it('meets only policies that a config could set', () => {
  holds(aPolicy, policy => {
    expect(demandPolicySchema.safeParse(policy).error).toBeUndefined();
  });
});

it('agrees with the formulas as they are defined', () => {
  holds(someInterests, aPolicy, (interests, policy) => {
    const demand = demandOf(interests, policy);
    const naive = naiveDemand(interests, policy, now);
    expect(demand.score).toBeCloseTo(naive.score, 8);
    expect(demand.number).toBeCloseTo(naive.N, 9);
    expect(demand.breadth).toBeCloseTo(naive.T, 9);
    expect(demand.specific).toBeCloseTo(naive.M, 9);
    expect(demand.counts.interests).toBe(naive.interests);
    expect(demand.counts.teams).toBe(naive.teams);
  });
});

it('is a score from 0 to below 100, and none only without counted interest', () => {
  holds(someInterests, aPolicy, (interests, policy) => {
    const { score, level, counts } = demandOf(interests, policy);
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThan(100);
    expect(level === 'none').toBe(counts.interests === 0);
  });
});

it('shares out everything, and nothing else', () => {
  holds(someInterests, aPolicy, (interests, policy) => {
    const { teams, counts } = demandOf(interests, policy);
    for (const { share } of teams) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1 + noise);
    }
    const sum = teams.reduce((total, { share }) => total + share, 0);
    expect(sum).toBeCloseTo(teams.length === 0 ? 0 : 1, 9);
    expect(teams.reduce((total, team) => total + team.interests, 0)).toBe(
      counts.interests,
    );
  });
});

it('is not lowered by one more counted ask', () => {
  holds(someInterests, aState, aPolicy, (interests, state, policy) => {
    const ask = { target, internal: false, state: { ...state, id: 'new' } };
    fc.pre(isCounted(ask));
    const before = demandOf(interests, policy).score;
    const after = demandOf([...interests, ask], policy).score;
    expect(after).toBeGreaterThanOrEqual(before - noise);
  });
});

it.each([
  ['confirming', { confirmedAt: now }],
  ['adoption', { status: 'adopted' }],
  ['describing', inFull],
] as const)('is not lowered by %s', (_name, change) => {
  holds(someAndOne, aPolicy, ([interests, index], policy) => {
    fc.pre(isCounted(interests[index]));
    const before = demandOf(interests, policy).score;
    const after = demandOf(
      interests.with(index, changed(interests[index], change)),
      policy,
    ).score;
    expect(after).toBeGreaterThanOrEqual(before - noise);
  });
});

it('does not depend on the order of asks, to the last digit', () => {
  const shuffled = someInterests.chain(interests =>
    fc.tuple(
      fc.constant(interests),
      fc.shuffledSubarray([...interests], {
        minLength: interests.length,
        maxLength: interests.length,
      }),
    ),
  );
  holds(shuffled, aPolicy, ([interests, inOtherOrder], policy) => {
    expect(demandOf(inOtherOrder, policy)).toEqual(demandOf(interests, policy));
  });
});

it("is not changed by the owner's own asks", () => {
  holds(someInterests, someInterests, aPolicy, (interests, more, policy) => {
    const own = more.map(interest => ({
      ...changed(interest, { id: `own-${interest.state.id}` }),
      internal: true,
    }));
    const { counts, ...before } = demandOf(interests, policy);
    const { counts: counted, ...after } = demandOf(
      [...interests, ...own],
      policy,
    );
    expect(after).toEqual(before);
    expect({ ...counted, internal: 0 }).toEqual({ ...counts, internal: 0 });
  });
});

it('gains what it says from one more team', () => {
  holds(someInterests, aState, aPolicy, (interests, state, policy) => {
    const demand = demandOf(interests, policy);
    const ask = {
      ...state,
      ...inFull,
      id: 'new',
      team: 'group:default/new',
      urgency: 'important' as const,
      status: 'open' as const,
      withdrawn: false,
      confirmedAt: now,
    };
    const raised = demandOf(
      [...interests, { target, internal: false, state: ask }],
      policy,
    );
    const gain = demand.raise.find(({ code }) => code === 'newTeam')!.gain;
    expect(demand.score + gain).toBeCloseTo(raised.score, 8);
  });
});

it('gains from details what describing an interest of the team gains', () => {
  holds(someInterests, aPolicy, (interests, policy) => {
    const demand = demandOf(interests, policy);
    const details = demand.raise.find(({ code }) => code === 'details');
    const described = interests.flatMap((interest, index) =>
      isCounted(interest) && interest.state.team === details?.team
        ? demandOf(
            interests.with(
              index,
              changed(interest, { ...inFull, confirmedAt: now }),
            ),
            policy,
          ).score
        : [],
    );
    const promised = demand.score + (details?.gain ?? 0);
    const nearest = Math.min(
      ...described.map(score => Math.abs(score - promised)),
    );
    expect(details ? nearest : 0).toBeLessThan(1e-8);
    expect(demand.raise).toEqual(
      demand.raise.toSorted((a, b) => b.gain - a.gain),
    );
  });
});
