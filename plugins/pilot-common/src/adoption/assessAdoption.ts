import type { Adoption } from '../model/adoption';
import { medianOf, meanOf } from './averages';
import { monthsBefore, quarterOf } from './calendar';
import { dayMs } from '../model/dayMs';

/**
 * An adopting team.
 * @public
 */
export interface AdoptingTeam {
  readonly team: string;
  /** Time when the team first asked. */
  readonly askedAt: Date;
  /** Time when it was first adopted. */
  readonly adoptedAt: Date;
}

/**
 * Answer of a team in one quarter.
 * @public
 */
export interface TeamRating {
  readonly team: string;
  /** Such as 2026-Q4. */
  readonly quarter: string;
  /** 1 to 5 */
  readonly score: number;
  /** In the words of the team. */
  readonly note?: string | null;
}

/**
 * Everything that the adoption of a Pilot depends on.
 * @public
 */
export interface AdoptionInput {
  /** Each team once. */
  readonly adopters: readonly AdoptingTeam[];
  /** Every change of whether no manual step is left, in any order; `null` is unknown. */
  readonly automated: ReadonlyArray<{
    readonly at: Date;
    readonly isAutomated: boolean | null;
  }>;
  /** At most one for each team and quarter. */
  readonly ratings: readonly TeamRating[];
  readonly now: Date;
}

/**
 * Numbers of adoption, and the teams behind them.
 * @public
 */
export type AdoptionAssessment = Pick<
  Adoption,
  | 'adopters'
  | 'gained'
  | 'growth'
  | 'medianDays'
  | 'withoutHands'
  | 'satisfaction'
  | 'teams'
>;

const gainedDays = 90;

/**
 * Assesses who is served, how fast and how well. Months and quarters are UTC.
 * Whether an adopter was served by hands is known from the first time on that
 * the manual steps were looked at.
 * @public
 */
export function assessAdoption(input: AdoptionInput): AdoptionAssessment {
  const { adopters, ratings, now } = input;
  const served = new Set(adopters.map(({ team }) => team));
  // Who left cannot change an answer any more, and would be unhappy for ever.
  const latest = latestRatings(ratings.filter(({ team }) => served.has(team)));
  const since = now.getTime() - gainedDays * dayMs;
  const teams = teamsOf(input, latest);
  return {
    adopters: adopters.length,
    gained: adopters.filter(({ adoptedAt }) => adoptedAt.getTime() > since)
      .length,
    growth: monthsBefore(now, 12).map(({ month, end }) => ({
      month,
      adopters: adopters.filter(({ adoptedAt }) => adoptedAt < end).length,
    })),
    medianDays: medianOf(
      adopters.map(({ askedAt, adoptedAt }) =>
        Math.max(0, (adoptedAt.getTime() - askedAt.getTime()) / dayMs),
      ),
    ),
    withoutHands: meanOf(
      teams.flatMap(({ withoutHands }) =>
        withoutHands === null ? [] : [Number(withoutHands)],
      ),
    ),
    satisfaction: {
      mean: meanOf([...latest.values()].map(({ score }) => score)),
      teams: latest.size,
      quarters: quartersOf(ratings),
    },
    teams,
  };
}

function flattering(isAutomated: boolean | null): number {
  return isAutomated === null ? -1 : Number(isAutomated);
}

/** The adopters, the first one first. */
function teamsOf(
  { adopters, automated }: AdoptionInput,
  latest: ReadonlyMap<string, TeamRating>,
): AdoptionAssessment['teams'] {
  const changes = [...automated].sort(
    (a, b) =>
      a.at.getTime() - b.at.getTime() ||
      // Of two at one instant the less flattering one holds, and what is unknown first.
      flattering(b.isAutomated) - flattering(a.isAutomated),
  );
  return [...adopters]
    .sort(
      (a, b) =>
        a.adoptedAt.getTime() - b.adoptedAt.getTime() ||
        (a.team < b.team ? -1 : 1),
    )
    .map(({ team, askedAt, adoptedAt }) => ({
      team,
      askedAt: askedAt.toISOString(),
      adoptedAt: adoptedAt.toISOString(),
      withoutHands:
        changes.findLast(({ at }) => at <= adoptedAt)?.isAutomated ?? null,
      score: latest.get(team)?.score ?? null,
      note: latest.get(team)?.note ?? null,
    }));
}

/**
 * The adopting teams that have not answered in the quarter of `now`.
 * @public
 */
export function teamsToAsk(
  adopters: readonly string[],
  ratings: readonly TeamRating[],
  now: Date,
): string[] {
  const quarter = quarterOf(now);
  const answered = new Set(
    ratings.filter(each => each.quarter === quarter).map(({ team }) => team),
  );
  return adopters.filter(team => !answered.has(team));
}

function latestRatings(
  ratings: readonly TeamRating[],
): Map<string, TeamRating> {
  const latest = new Map<string, TeamRating>();
  for (const rating of ratings) {
    const known = latest.get(rating.team);
    if (!known || known.quarter < rating.quarter) {
      latest.set(rating.team, rating);
    }
  }
  return latest;
}

function quartersOf(
  ratings: readonly TeamRating[],
): Adoption['satisfaction']['quarters'] {
  const quarters = [...new Set(ratings.map(({ quarter }) => quarter))].sort();
  return quarters.map(quarter => {
    const scores = ratings
      .filter(each => each.quarter === quarter)
      .map(({ score }) => score);
    return { quarter, mean: meanOf(scores)!, teams: scores.length };
  });
}
