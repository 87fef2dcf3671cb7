import { noDetails } from '../model/interest';
import type { InterestState } from '../model/log';
import type { TargetInterest } from './counted';
import type { DemandSums } from './score';
import { dayMs } from '../model/dayMs';

/**
 * A worked example under the default policy. `expected` is worked out by hand
 * from the formulas, the sums to four decimals and the score to two.
 */
export interface DemandExample {
  readonly name: string;
  readonly interests: readonly TargetInterest[];
  readonly expected: DemandSums & { readonly score: number };
}

interface Asks extends Partial<InterestState> {
  /** Named after this word and a number. */
  readonly team: string;
  readonly teams?: number;
  /** Interests of each team. */
  readonly each?: number;
  readonly daysAgo?: number;
}

const target = 'pilot:default/example';

/** The instant that the examples are about. */
export const exampleInstant = new Date('2026-11-20T09:00:00Z');

/** As many interests as wanted, all alike. */
function asks(options: Asks): TargetInterest[] {
  const { team, teams = 1, each = 1, daysAgo = 0, ...state } = options;
  return Array.from({ length: teams * each }, (_, index) => ({
    target,
    internal: false,
    state: {
      id: `${team}-${index}`,
      team: `group:default/${team}-${index % teams}`,
      author: `user:default/${team}-${index}`,
      ...noDetails,
      status: 'open',
      withdrawn: false,
      confirmedAt: new Date(exampleInstant.getTime() - daysAgo * dayMs),
      ...state,
    },
  }));
}

const useCase = {
  useCase: 'Send each partner its weekly extract without a ticket.',
};

const inFull = {
  ...useCase,
  alternative: 'We copy files by hand.',
  neededBy: '2027-03-01',
  expectedUsage: '40 partners, 2 GB a week',
  contribute: true,
};

const threeTeams = () =>
  asks({
    team: 'team',
    teams: 3,
    daysAgo: 30,
    ...useCase,
    alternative: inFull.alternative,
  });

/** The worked examples of the demand score. */
export const demandExamples: readonly DemandExample[] = [
  {
    name: 'one click, no details',
    interests: asks({ team: 'team' }),
    expected: { number: 0.6667, breadth: 0.6667, specific: 0, score: 13.34 },
  },
  {
    name: 'one critical ask, fully described',
    interests: asks({ team: 'team', urgency: 'critical', ...inFull }),
    expected: { number: 1, breadth: 1, specific: 1, score: 25.49 },
  },
  {
    name: 'ten of those from one team',
    interests: asks({ team: 'team', each: 10, urgency: 'critical', ...inFull }),
    expected: { number: 3.1623, breadth: 1, specific: 1, score: 32.83 },
  },
  {
    name: 'three teams, one click each',
    interests: asks({ team: 'team', teams: 3 }),
    expected: { number: 2, breadth: 2, specific: 0, score: 23.86 },
  },
  {
    name: 'three teams, critical, fully described',
    interests: asks({ team: 'team', teams: 3, urgency: 'critical', ...inFull }),
    expected: { number: 3, breadth: 3, specific: 3, score: 49.39 },
  },
  {
    name: 'five teams, important, use case only',
    interests: asks({ team: 'team', teams: 5, ...useCase }),
    expected: {
      number: 3.3333,
      breadth: 3.3333,
      specific: 1.3333,
      score: 46.55,
    },
  },
  {
    name: 'the same, 120 days later',
    interests: asks({ team: 'team', teams: 5, daysAgo: 120, ...useCase }),
    expected: {
      number: 1.6667,
      breadth: 1.6667,
      specific: 0.6667,
      score: 31.19,
    },
  },
  {
    name: 'ten teams, critical, fully described',
    interests: asks({
      team: 'team',
      teams: 10,
      urgency: 'critical',
      ...inFull,
    }),
    expected: { number: 10, breadth: 10, specific: 10, score: 75.93 },
  },
  {
    name: 'two adopters (one ask each, fully described), three teams important with use case and alternative, 30 days old',
    interests: [
      ...asks({
        team: 'adopter',
        teams: 2,
        status: 'adopted',
        daysAgo: 30,
        ...inFull,
      }),
      ...threeTeams(),
    ],
    expected: {
      number: 3.6818,
      breadth: 3.6818,
      specific: 3.0091,
      score: 53.3,
    },
  },
  {
    name: 'the same with adopters who described nothing',
    interests: [
      ...asks({ team: 'adopter', teams: 2, status: 'adopted', daysAgo: 30 }),
      ...threeTeams(),
    ],
    // M: only the three, 3 · 2/3 · 2^(−1/4) · 0.6.
    expected: {
      number: 3.6818,
      breadth: 3.6818,
      specific: 1.0091,
      score: 46.33,
    },
  },
];
