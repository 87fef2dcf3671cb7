import {
  Raise,
  Demand,
  DemandPart,
  Policy,
} from '@pilot-to-platform/plugin-pilot-common';

const parts = {
  number: 'the number of asks (N, repeats of one team count ever less)',
  breadth: 'the breadth over teams (T, each team once, at its strongest)',
  specific:
    'how specific the asks are (M, each team once, at its most concrete)',
} as const;

const points = (value: number) => value.toFixed(1);
const factor = (value: number) => value.toFixed(3);
const percent = (value: number) => `${Math.round(value * 100)} %`;
const some = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`;
const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Teams that are named; the others are counted. */
const mostNamed = 5;

/**
 * Says in plain English why a demand is what it is. All numbers are those of the
 * demand; only the policy in force says what it would say of the half-life.
 */
export function demandSentences(demand: Demand, policy: Policy): string[] {
  const { target, score, level, trend, counts, raise, rollUp } = demand;
  const { unconfirmed = [] } = demand;
  return [
    `The demand for ${target} at ${demand.asOf} is ${points(
      score,
    )} of 100: level ${level}, ${trend} against 28 days earlier.`,
    ...(demand.mergedInto
      ? [`Its interest was moved to ${demand.mergedInto}; look there.`]
      : []),
    ...whatCounts(counts),
    ...(score > 0 ? howItIsMade(demand) : []),
    ...whereFrom(demand),
    ...rollUp.map(
      part =>
        `${some(part.interests, 'interest')} came through ${
          part.target
        }, which implements it.`,
    ),
    ...unconfirmed.map(
      part =>
        `${part.target} is said to implement it, and does not count: ${
          part.owner ?? 'its owner'
        } has not confirmed.`,
    ),
    ...raise.map(raiseSentence),
    ...(demand.policy === policy.fingerprint && score > 0
      ? [
          `An ask that nobody confirms weighs half after ${policy.demand.halfLifeDays} days; those of adopters do not fade.`,
        ]
      : []),
  ];
}

function whatCounts(counts: Demand['counts']): string[] {
  const { interests, teams, useCases, adopters, internal } = counts;
  const owners =
    internal > 0
      ? [
          `${some(internal, 'interest')} of the owner ${
            internal === 1 ? 'is' : 'are'
          } recorded and without weight.`,
        ]
      : [];
  if (interests === 0) {
    return ['No team has an interest in it that counts.', ...owners];
  }
  return [
    `${some(interests, 'interest')} of ${some(teams, 'team')} ${
      interests === 1 ? 'counts' : 'count'
    }; ${useCases} of them ${
      useCases === 1 ? 'describes' : 'describe'
    } a use case.`,
    ...(adopters > 0 ? [`${some(adopters, 'team')} adopted it already.`] : []),
    ...owners,
  ];
}

function howItIsMade({ score, parts: made }: Demand): string[] {
  const product = made.map(({ contribution }) => factor(contribution));
  const weakest = made.reduce((a, b) =>
    b.contribution < a.contribution ? b : a,
  );
  return [
    `The score is 100 × ${product.join(' × ')} = ${points(score)}.`,
    ...made.map(madeFrom),
    `${sentence(parts[weakest.key])} holds it down most.`,
  ];
}

function madeFrom({ key, raw, value, weight, contribution }: DemandPart) {
  return `${sentence(parts[key])} adds up to ${factor(raw)}, which is ${percent(
    value,
  )} of the most it can be; to the power of ${weight} that is ${factor(
    contribution,
  )}.`;
}

function whereFrom({ teams }: Demand): string[] {
  if (teams.length === 0) {
    return [];
  }
  const named = teams
    .slice(0, mostNamed)
    .map(
      ({ team, share, adopter }) =>
        `${team} (${percent(share)}${adopter ? ', adopter' : ''})`,
    );
  const others = teams.length - named.length;
  return [
    `It comes from ${listed.format([
      ...named,
      ...(others > 0 ? [some(others, 'more team')] : []),
    ])}.`,
  ];
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function raiseSentence({ code, gain, team }: Raise): string {
  switch (code) {
    case 'newTeam':
      return `One more team with an important and fully described ask would add ${points(
        gain,
      )} points.`;
    case 'details':
      return `If ${team} described in full its strongest ask that is not, which also confirms it, that would add ${points(
        gain,
      )} points.`;
    default:
      return `If ${team} confirmed its asks, that would add ${points(
        gain,
      )} points.`;
  }
}
