import {
  assessDemand,
  defaultDemandPolicy,
  isCounted,
} from '@pilot-to-platform/plugin-pilot-common';
import type { Ask } from './asks';
import type { RankedTarget } from './simulate';

/** A way to rank targets: the higher the value, the higher the rank. */
export interface Ranker {
  readonly name: string;
  readonly says: string;
  value(target: RankedTarget, now: Date): number;
}

const day = 86_400_000;
const ageInDays = (at: Date, now: Date) => (now.getTime() - at.getTime()) / day;

/** Rankers other than the score get the engine's rule of what counts, which a plain board does not have. */
const countedOf = ({ asks }: RankedTarget) =>
  asks.filter(ask => isCounted(ask.interest));

const distinct = (asks: readonly Ask[], key: 'team' | 'author') =>
  new Set(asks.map(({ interest }) => interest.state[key])).size;

const since = (asks: readonly Ask[], days: number, now: Date) =>
  asks.filter(({ recordedAt }) => ageInDays(recordedAt, now) <= days);

const faded = ({ interest }: Ask, now: Date) =>
  2 **
  (-ageInDays(interest.state.confirmedAt, now) /
    defaultDemandPolicy.halfLifeDays);

/**
 * Order "trending" of the feedback board Fider (`common.go` of its PostgreSQL store): votes and comments of
 * 30 days over the age of the post. A vote is a person; an ask with a described use case stands for a comment.
 */
function trending(target: RankedTarget, now: Date): number {
  const recent = since(countedOf(target), 30, now);
  const comments = recent.filter(
    ({ interest }) => interest.state.useCase !== null,
  ).length;
  const hours = 24 * ageInDays(target.appearedAt, now);
  return (
    (5 * distinct(recent, 'author') + 3 * comments - 1) / (hours + 2) ** 1.4
  );
}

/** The score under the default policy, by the engine that the backend calls. */
export const score: Ranker = {
  name: 'score',
  says: 'the demand score under the default policy',
  value: ({ target, asks }, now) =>
    assessDemand({
      target,
      interests: asks.map(({ interest }) => interest),
      policy: defaultDemandPolicy,
      now,
    }).score,
};

/** Rankers that the score has to beat. */
export const rivals: readonly Ranker[] = [
  {
    name: 'asks',
    says: 'counted interests',
    value: target => countedOf(target).length,
  },
  {
    name: 'people',
    says: 'different authors of counted interests',
    value: target => distinct(countedOf(target), 'author'),
  },
  {
    name: 'teams',
    says: 'different teams of counted interests',
    value: target => distinct(countedOf(target), 'team'),
  },
  {
    name: 'trending',
    says: 'votes and comments of 30 days, by the age of the target: (5·votes + 3·comments − 1) / (hours + 2)^1.4',
    value: trending,
  },
];

/** For comparison: what of the score's idea is worth how much. */
export const references: readonly Ranker[] = [
  {
    name: 'all asks',
    says: 'interests that are not withdrawn, the owner’s own included: what a board without owners counts',
    value: ({ asks }) =>
      asks.filter(({ interest }) => !interest.state.withdrawn).length,
  },
  {
    name: '30 days',
    says: 'counted interests recorded in the last 30 days',
    value: (target, now) => since(countedOf(target), 30, now).length,
  },
  {
    name: '90 days',
    says: 'counted interests recorded in the last 90 days',
    value: (target, now) => since(countedOf(target), 90, now).length,
  },
  {
    name: 'faded asks',
    says: 'counted interests, each fading with the half-life of the score',
    value: (target, now) =>
      countedOf(target).reduce((sum, ask) => sum + faded(ask, now), 0),
  },
  {
    name: 'faded teams',
    says: 'teams, each fading from its last confirmation: the score without urgency, details and numbers',
    value: (target, now) => {
      const teams = new Map<string, number>();
      for (const ask of countedOf(target)) {
        const { team } = ask.interest.state;
        teams.set(team, Math.max(teams.get(team) ?? 0, faded(ask, now)));
      }
      return [...teams.values()].reduce((sum, value) => sum + value, 0);
    },
  },
];
