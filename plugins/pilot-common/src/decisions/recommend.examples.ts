import type { Recommendation } from '../model/recommendation';
import type { Phase, Verdict } from '../model/vocabulary';

/**
 * Example of a Pilot, and of what is recommended for it. What is left out is as
 * in an uneventful Pilot: five teams with a score of 50, the newest interest
 * two days old, a year in its phase, one thing left before the next gate,
 * people enough.
 */
export interface RecommendExample {
  readonly name: string;
  readonly phase: Phase;
  readonly score?: number;
  readonly teams?: number;
  readonly adopters?: number;
  /** Days since the newest counted interest; null without one. */
  readonly newest?: number | null;
  /** Days in this phase. */
  readonly since?: number;
  /** Number of things left before the next gate. */
  readonly left?: number;
  /** Of the gate to build-out, where it is not the next one. */
  readonly toBuildOut?: 'open' | 'closed';
  readonly enough?: Verdict;
  readonly operators?: Verdict;
  readonly handOff?: true;
  readonly platformScale?: true;
  readonly lapsed?: number;
  readonly satisfaction?: number;
  readonly recommended: Recommendation;
}

const because = (
  code: Recommendation['code'],
  ...reasons: Recommendation['reasons']
): Recommendation => ({ code, reasons });

/** Worked out by hand from the rules that docs/decisions.md tells. */
export const recommendExamples: readonly RecommendExample[] = [
  {
    name: 'nobody has asked yet, for a month',
    phase: 'pilot',
    score: 0,
    teams: 0,
    newest: null,
    since: 30,
    left: 3,
    recommended: because('gather-demand', { code: 'gateMissing', value: 3 }),
  },
  {
    name: 'nobody asked in half a year',
    phase: 'pilot',
    score: 0,
    teams: 0,
    newest: null,
    since: 180,
    left: 3,
    recommended: because('point-solution', { code: 'noDemand', value: 180 }),
  },
  {
    name: 'somebody asked, and nobody else in half a year',
    phase: 'demand',
    score: 9,
    teams: 1,
    newest: 200,
    left: 2,
    recommended: because('point-solution', { code: 'demandFaded', value: 200 }),
  },
  {
    name: 'nobody asked in half a year, but demand is emerging still',
    phase: 'demand',
    score: 20,
    newest: 200,
    recommended: because('gather-demand', { code: 'gateMissing', value: 1 }),
  },
  {
    name: 'everything asked for is reached',
    phase: 'demand',
    left: 0,
    recommended: because('invest', { code: 'gateMet', value: 5 }),
  },
  {
    name: 'declared to be platform-scale',
    phase: 'pilot',
    score: 0,
    teams: 0,
    newest: null,
    left: 3,
    platformScale: true,
    recommended: because('invest', { code: 'platformScale' }),
  },
  {
    name: 'two things are left to do',
    phase: 'build-out',
    left: 2,
    recommended: because('continue', { code: 'thingsLeft', value: 2 }),
  },
  {
    name: 'nothing is left to do',
    phase: 'build-out',
    left: 0,
    recommended: because('launch', { code: 'nothingLeft' }),
  },
  {
    name: 'one person operates it, for more teams than they can serve',
    phase: 'build-out',
    operators: 'fail',
    enough: 'fail',
    recommended: because(
      'hand-off',
      { code: 'oneOperator' },
      { code: 'fewPeople' },
    ),
  },
  {
    name: 'too few people, and who takes over is stated',
    phase: 'build-out',
    enough: 'fail',
    handOff: true,
    recommended: because(
      'hand-off',
      { code: 'fewPeople' },
      { code: 'handOffStated' },
    ),
  },
  {
    name: 'nobody knows who operates it, and too few people are waived',
    phase: 'build-out',
    operators: 'unknown',
    enough: 'waived',
    recommended: because('continue', { code: 'thingsLeft', value: 1 }),
  },
  {
    name: 'the demand is not emerging any more',
    phase: 'build-out',
    score: 12.5,
    left: 0,
    recommended: because('revisit', {
      code: 'demandFell',
      value: 12.5,
      needed: 20,
    }),
  },
  {
    name: 'no demand, as platform-scale',
    phase: 'build-out',
    score: 0,
    newest: null,
    platformScale: true,
    left: 0,
    recommended: because('launch', { code: 'nothingLeft' }),
  },
  {
    name: 'four teams are served',
    phase: 'platform',
    adopters: 4,
    recommended: because('continue', { code: 'isHealthy', value: 4 }),
  },
  {
    name: 'two required checks have lapsed, and adopters are unhappy',
    phase: 'platform',
    adopters: 4,
    lapsed: 2,
    satisfaction: 2.5,
    recommended: because(
      'revisit',
      { code: 'checksLapsed', value: 2 },
      { code: 'unsatisfied', value: 2.5, needed: 3 },
    ),
  },
  {
    name: 'adopters are neither happy nor unhappy',
    phase: 'platform',
    adopters: 4,
    satisfaction: 3,
    recommended: because('continue', { code: 'isHealthy', value: 4 }),
  },
  {
    name: 'launched, and who takes over is stated',
    phase: 'platform',
    adopters: 4,
    handOff: true,
    recommended: because('hand-off', { code: 'handOffStated' }),
  },
  {
    name: 'nobody is served, and nobody asked, in half a year',
    phase: 'platform',
    newest: 190,
    recommended: because('retire', { code: 'notAdopted', value: 365 }),
  },
  {
    name: 'nobody is served yet, but somebody asked lately',
    phase: 'platform',
    recommended: because('continue', { code: 'isHealthy', value: 0 }),
  },
  {
    name: 'kept small, and nobody new came',
    phase: 'point-solution',
    score: 30,
    newest: 400,
    recommended: because('point-solution', { code: 'stayedSmall' }),
  },
  {
    name: 'kept small, and somebody new came to an emerging demand',
    phase: 'point-solution',
    score: 30,
    teams: 2,
    recommended: because('revisit', { code: 'newInterest', value: 2 }),
  },
  {
    name: 'retired, and one passer-by came',
    phase: 'retired',
    score: 13.34,
    teams: 1,
    recommended: because('retire', { code: 'isRetired' }),
  },
  {
    name: 'retired, and a gate that asks for little would be open',
    phase: 'retired',
    score: 13.34,
    teams: 1,
    toBuildOut: 'open',
    recommended: because('revisit', { code: 'newInterest', value: 1 }),
  },
];
