import type { AdoptionAssessment, AdoptionInput } from './assessAdoption';

/** Adopters, what they answered, and what that comes to. */
export interface AdoptionExample {
  readonly name: string;
  readonly input: AdoptionInput;
  readonly expected: Omit<AdoptionAssessment, 'growth' | 'teams'> & {
    /** Of the last twelve months, oldest first. */
    readonly growth: readonly number[];
    /** By team, in the order of their adoption. */
    readonly withoutHands: number | null;
    readonly hands: Readonly<Record<string, boolean | null>>;
    readonly toAsk: readonly string[];
  };
}

const at = (day: string) => new Date(`${day}T00:00:00Z`);
const adopter = (name: string, asked: string, adopted: string) => ({
  team: `group:default/${name}`,
  askedAt: at(asked),
  adoptedAt: at(adopted),
});
const rating = (name: string, quarter: string, score: number) => ({
  team: `group:default/${name}`,
  quarter,
  score,
});

const now = at('2026-11-20');

/** The one that docs/adoption.md tells, worked out by hand. */
export const workedExample: AdoptionExample = {
  name: 'four adopters of one year',
  input: {
    adopters: [
      adopter('ads', '2026-01-10', '2026-02-09'),
      adopter('checkout', '2026-03-02', '2026-05-01'),
      adopter('payments', '2026-08-20', '2026-09-10'),
      adopter('search', '2026-10-30', '2026-11-10'),
    ],
    automated: [
      { at: at('2026-03-01'), isAutomated: false },
      { at: at('2026-08-15'), isAutomated: true },
    ],
    ratings: [
      rating('ads', '2026-Q2', 2),
      // Not served any more.
      rating('billing', '2026-Q2', 1),
      rating('ads', '2026-Q3', 4),
      rating('checkout', '2026-Q3', 3),
      rating('payments', '2026-Q4', 5),
    ],
    now,
  },
  expected: {
    adopters: 4,
    gained: 2,
    growth: [0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4],
    // Of 11, 21, 30 and 60 days.
    medianDays: 25.5,
    // Two of three; of the first one nobody knows.
    withoutHands: 2 / 3,
    satisfaction: {
      mean: 4,
      teams: 3,
      quarters: [
        { quarter: '2026-Q2', mean: 1.5, teams: 2 },
        { quarter: '2026-Q3', mean: 3.5, teams: 2 },
        { quarter: '2026-Q4', mean: 5, teams: 1 },
      ],
    },
    hands: { ads: null, checkout: false, payments: true, search: true },
    toAsk: ['ads', 'checkout', 'search'],
  },
};

const none = {
  gained: 0,
  growth: Array(12).fill(0),
  medianDays: null,
  withoutHands: null,
  satisfaction: { mean: null, teams: 0, quarters: [] },
  hands: {},
  toAsk: [],
};

/** The worked example, and what lies at the edges. */
export const adoptionExamples: readonly AdoptionExample[] = [
  workedExample,
  {
    name: 'nobody is served, whatever is automated',
    input: {
      adopters: [],
      automated: [{ at: at('2026-01-01'), isAutomated: true }],
      ratings: [],
      now,
    },
    expected: { adopters: 0, ...none },
  },
  {
    name: 'ninety days ago is no longer new, and an answer of a team that left stays in its quarter alone',
    input: {
      adopters: [
        // To the instant, and adopted before the first ask that is known.
        adopter('ads', '2026-08-25', '2026-08-22'),
        adopter('checkout', '2026-08-13', '2026-08-23'),
      ],
      automated: [{ at: at('2026-08-23'), isAutomated: false }],
      ratings: [rating('gone', '2025-Q4', 1)],
      now,
    },
    expected: {
      adopters: 2,
      gained: 1,
      growth: [0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 2, 2],
      // Of 0 and 10 days.
      medianDays: 5,
      withoutHands: 0,
      satisfaction: {
        mean: null,
        teams: 0,
        quarters: [{ quarter: '2025-Q4', mean: 1, teams: 1 }],
      },
      hands: { ads: null, checkout: false },
      toAsk: ['ads', 'checkout'],
    },
  },
  {
    name: 'a step came back: served by hands again',
    input: {
      adopters: [adopter('ads', '2026-11-01', '2026-11-12')],
      automated: [
        { at: at('2026-11-10'), isAutomated: true },
        { at: at('2026-11-12'), isAutomated: false },
        { at: at('2026-11-12'), isAutomated: true },
      ],
      ratings: [rating('ads', '2026-Q4', 3)],
      now,
    },
    expected: {
      adopters: 1,
      gained: 1,
      growth: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
      medianDays: 11,
      withoutHands: 0,
      satisfaction: {
        mean: 3,
        teams: 1,
        quarters: [{ quarter: '2026-Q4', mean: 3, teams: 1 }],
      },
      hands: { ads: false },
      toAsk: [],
    },
  },
];
