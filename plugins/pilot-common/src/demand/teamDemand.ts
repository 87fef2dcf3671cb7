import type { InterestState } from '../model/log';
import type { DemandPolicy } from '../model/policy';
import { addUp } from './addUp';
import { isStanding } from './counted';
import { decayFactor, urgencyWeights } from './decay';
import type { DemandSums } from './score';
import { describesUseCase, specificityOf } from './specificity';
import type { TeamSums } from './sums';

/**
 * Sums of one team's interests in one target, as they are kept. Who owns the
 * target, and who is an adopter, applies when teams are added up, so that
 * neither needs the interests again.
 * @public
 */
export interface TeamDemand {
  readonly team: string;
  /** The newest confirmation; what fades holds at that instant, and fades from it. */
  readonly refAt: Date;
  /** Σ w²; fades. */
  readonly squares: number;
  /** max w; fades. */
  readonly strongest: number;
  /** max w·s; fades. */
  readonly mostSpecific: number;
  /** max s, which is what an adopter adds to M. */
  readonly specificity: number;
  /** The first three if all were confirmed at one instant, at that instant. */
  readonly freshSquares: number;
  readonly freshStrongest: number;
  readonly freshMostSpecific: number;
  /**
   * w of the strongest interest that is not described in full, and what it would
   * be at its confirmation; 0 where all are.
   */
  readonly vagueWeight: number;
  readonly vagueFresh: number;
  /** Interests that count. */
  readonly interests: number;
  /** Those that describe a use case. */
  readonly useCases: number;
  /** Those that are adopted. */
  readonly adopted: number;
  /** Standing interests of the person who owns the target, which do not count. */
  readonly internal: number;
  /** Time when the newest interest that counts was recorded. */
  readonly newestAt: Date;
}

/**
 * An interest, and when it was recorded where that is known.
 * @public
 */
export type DatedInterest = InterestState & { readonly createdAt?: Date };

/**
 * Computes what to keep of each team of a target, in the order of the teams'
 * refs. Teams without a standing interest are left out.
 *
 * @param interests - the target's, or all those of some teams
 * @param owners - of the target, and of the Pilot that it is rolled up into;
 *   only where one is a User does it matter here
 * @public
 */
export function teamDemandsOf(
  interests: readonly DatedInterest[],
  owners: readonly (string | null)[],
  policy: DemandPolicy,
): TeamDemand[] {
  const teams = new Map<string, DatedInterest[]>();
  for (const interest of interests.filter(isStanding)) {
    const ofTeam = teams.get(interest.team);
    if (ofTeam) ofTeam.push(interest);
    else teams.set(interest.team, [interest]);
  }
  return [...teams]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([team, asks]) => teamDemandOf(team, asks, owners, policy));
}

type Vague = Pick<TeamDemand, 'vagueWeight' | 'vagueFresh'>;

/** Of two, the stronger one; of equal ones, the one that confirming raises more. */
function stronger(a: Vague, b: Vague): Vague {
  return b.vagueWeight > a.vagueWeight ||
    (b.vagueWeight === a.vagueWeight && b.vagueFresh > a.vagueFresh)
    ? b
    : a;
}

export const newest = (dates: readonly Date[]) =>
  new Date(Math.max(...dates.map(date => date.getTime())));

function teamDemandOf(
  team: string,
  asks: readonly DatedInterest[],
  owners: readonly (string | null)[],
  policy: DemandPolicy,
): TeamDemand {
  const counted = asks
    .filter(ask => !owners.includes(ask.author))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const dated = counted.length > 0 ? counted : asks;
  const refAt = newest(dated.map(ask => ask.confirmedAt));
  const squares: number[] = [];
  const freshSquares: number[] = [];
  let [strongest, mostSpecific, highest] = [0, 0, 0];
  let [freshStrongest, freshMostSpecific] = [0, 0];
  let vague: Vague = { vagueWeight: 0, vagueFresh: 0 };
  for (const ask of counted) {
    const fresh = urgencyWeights[ask.urgency];
    const weight =
      fresh * decayFactor(ask.confirmedAt, refAt, policy.halfLifeDays);
    const specificity = specificityOf(ask, policy.specificity);
    squares.push(weight * weight);
    strongest = Math.max(strongest, weight);
    mostSpecific = Math.max(mostSpecific, weight * specificity);
    highest = Math.max(highest, policy.rules === 1 ? 1 : specificity);
    freshSquares.push(fresh * fresh);
    freshStrongest = Math.max(freshStrongest, fresh);
    freshMostSpecific = Math.max(freshMostSpecific, fresh * specificity);
    if (specificity < 1) {
      vague = stronger(vague, { vagueWeight: weight, vagueFresh: fresh });
    }
  }
  return {
    team,
    refAt,
    squares: addUp(squares),
    strongest,
    mostSpecific,
    specificity: highest,
    freshSquares: addUp(freshSquares),
    freshStrongest,
    freshMostSpecific,
    ...vague,
    interests: counted.length,
    useCases: counted.filter(ask => describesUseCase(ask.useCase)).length,
    adopted: counted.filter(ask => ask.status === 'adopted').length,
    internal: asks.length - counted.length,
    newestAt: newest(dated.map(ask => ask.createdAt ?? ask.confirmedAt)),
  };
}

/**
 * One team's rows of several targets as one: a Pilot's interests and those in
 * what implements it are merged per team.
 */
function mergeTeam(
  rows: readonly TeamDemand[],
  halfLifeDays: number,
): TeamDemand {
  if (rows.length === 1) return rows[0];
  const refAt = newest(rows.map(row => row.refAt));
  const total = (key: 'interests' | 'useCases' | 'adopted' | 'internal') =>
    rows.reduce((sum, row) => sum + row[key], 0);
  const most = (key: 'specificity' | 'freshStrongest' | 'freshMostSpecific') =>
    Math.max(...rows.map(row => row[key]));
  const squares: number[] = [];
  let [strongest, mostSpecific] = [0, 0];
  let vague: Vague = { vagueWeight: 0, vagueFresh: 0 };
  for (const row of rows) {
    const faded = decayFactor(row.refAt, refAt, halfLifeDays);
    squares.push(row.squares * faded * faded);
    strongest = Math.max(strongest, row.strongest * faded);
    mostSpecific = Math.max(mostSpecific, row.mostSpecific * faded);
    const vagueWeight = row.vagueWeight * faded;
    vague = stronger(vague, { ...row, vagueWeight });
  }
  return {
    team: rows[0].team,
    refAt,
    squares: addUp(squares),
    strongest,
    mostSpecific,
    specificity: most('specificity'),
    freshSquares: addUp(rows.map(row => row.freshSquares)),
    freshStrongest: most('freshStrongest'),
    freshMostSpecific: most('freshMostSpecific'),
    vagueWeight: vague.vagueWeight,
    vagueFresh: vague.vagueFresh,
    interests: total('interests'),
    useCases: total('useCases'),
    adopted: total('adopted'),
    internal: total('internal'),
    newestAt: newest(rows.map(row => row.newestAt)),
  };
}

/**
 * The stored teams of one target with that target's owner: what a roll-up is
 * made of.
 * @public
 */
export interface TargetTeams {
  readonly target: string;
  readonly owner: string | null;
  readonly teams: readonly TeamDemand[];
}

/** The teams that count, merged over targets, and how many interests do not. */
export interface CountedTeams {
  readonly teams: readonly TeamDemand[];
  readonly internal: number;
}

/**
 * The teams of a target and of what implements it that count: those of the
 * target's owner and of each part's own owner are left out.
 */
export function countedTeams(
  owner: string | null,
  parts: readonly TargetTeams[],
  halfLifeDays: number,
): CountedTeams {
  const rows = new Map<string, TeamDemand[]>();
  let internal = 0;
  for (const part of parts) {
    for (const row of part.teams) {
      internal += row.internal;
      if (row.team === owner || row.team === part.owner) {
        internal += row.interests;
      } else if (row.interests > 0) {
        const ofTeam = rows.get(row.team);
        if (ofTeam) ofTeam.push(row);
        else rows.set(row.team, [row]);
      }
    }
  }
  const teams = [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, ofTeam]) => mergeTeam(ofTeam, halfLifeDays));
  return { teams, internal };
}

/** Computes what a stored team adds to N, T and M at an instant. */
export function teamSumsAt(
  team: TeamDemand,
  at: Date,
  halfLifeDays: number,
): TeamSums {
  const faded = decayFactor(team.refAt, at, halfLifeDays);
  const adopter = team.adopted > 0;
  const sums = adopter
    ? {
        number: Math.sqrt(team.interests),
        breadth: 1,
        specific: team.specificity,
      }
    : {
        number: Math.sqrt(team.squares) * faded,
        breadth: team.strongest * faded,
        specific: team.mostSpecific * faded,
      };
  return {
    team: team.team,
    ...sums,
    interests: team.interests,
    adopter,
    confirmed: adopter
      ? sums
      : {
          number: Math.sqrt(team.freshSquares),
          breadth: team.freshStrongest,
          specific: team.freshMostSpecific,
        },
    ...(team.vagueFresh > 0 && { described: describedSums(team, sums, faded) }),
  };
}

/**
 * Computes what a team adds once its strongest vague interest is described, and
 * so confirmed.
 */
function describedSums(
  team: TeamDemand,
  sums: DemandSums,
  faded: number,
): DemandSums {
  if (team.adopted > 0) return { ...sums, specific: 1 };
  const { squares, vagueWeight, vagueFresh } = team;
  const others = (squares - vagueWeight * vagueWeight) * faded * faded;
  return {
    number: Math.sqrt(Math.max(0, others) + vagueFresh * vagueFresh),
    breadth: Math.max(sums.breadth, vagueFresh),
    specific: Math.max(sums.specific, vagueFresh),
  };
}
