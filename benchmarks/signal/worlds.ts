import { assume, baseWith, type Assumptions } from './assumptions';
import { createDraws } from './draws';

/** A kind of organisation. */
export interface World {
  readonly name: string;
  /** Returns the assumptions of the organisation of that seed. */
  assumptionsFor(seed: number): Assumptions;
}

const variations: Record<string, Partial<Assumptions>> = {
  'as assumed': {},
  '15 teams': { teams: 15, reach: 0.12 },
  '400 teams': { teams: 400 },
  '20 targets': { targets: 20 },
  'targets much alike': { reachSpread: 0.3 },
  'targets very different': { reachSpread: 1.5 },
  'ranked after 90 days': { rankedAt: 90 },
  'ranked after 3 years': { rankedAt: 1095 },
  'counted at once': { launchAfter: 0 },
  'counted after a year': { launchAfter: 365 },
  'needs last': { lasting: 1 },
  'needs change fast': { lasting: 0.1, ends: 60 },
  'adoption by chance': { adoptsByStrength: 0 },
  'few record': { records: 0.2 },
  'recording by chance': { recordsByStrength: 0, recordsByTeam: 1 },
  'many people of a team': { people: 2.5 },
  'urgency says nothing': { urgencyNoise: 1 },
  'most are critical': { inflation: 0.8 },
  'few details': { describes: 0.05 },
  'much detail': { describes: 0.8 },
  'details say nothing': { detailNoise: 1 },
  'nobody confirms': { confirms: 0, habit: 0 },
  'everybody confirms everything': { confirms: 0.9, habit: 0.9 },
  'ended needs are withdrawn': { withdraws: 0.9 },
  'no drive-by clicks': { driveBy: 0, loud: 0, hyped: 0 },
  'few drive-by clicks': { driveBy: 0.5, loud: 0, hyped: 0 },
  'many drive-by clicks': { driveBy: 5 },
  'mostly drive-by clicks': { driveBy: 15 },
  'drive-by clicks follow need': { driveBy: 5, driveByFollows: 1 },
  'drive-by clicks with details': { driveBy: 5, driveByWords: 0.4 },
  'loud teams': { loud: 0.1 },
  'no team repeats itself': { repeaters: 0 },
  'one team repeats itself a lot': { repeats: 40 },
  'five teams repeat themselves': { repeaters: 5 },
  'owners do not ask': { owners: 0 },
  'owners ask a lot': { owners: 1, ownerAsks: 12 },
  'much hype': { hyped: 0.3, hypeClicks: 0.5 },
  'hype just now': { hyped: 0.2, hypeRecent: 1 },
  'half is in use already': { served: 0.5 },
  'equal asks for lasting needs': {
    lasting: 1,
    adoptsByStrength: 0,
    recordsByStrength: 0,
    urgencyLeft: 1,
    inflation: 0,
    describes: 0,
    driveBy: 0,
    driveByWords: 0,
    loud: 0,
    hyped: 0,
    repeaters: 0,
    owners: 0,
  },
};

/** The base and its variations, one thing at a time. */
export const namedWorlds: readonly World[] = Object.entries(variations).map(
  ([name, changes]) => ({ name, assumptionsFor: () => baseWith(changes) }),
);

/** So that what is assumed and what happens are not drawn alike. */
const otherStream = 2 ** 30;

/**
 * Every assumption drawn from its range, anew for each seed. The base is the
 * middle: half of the draws are below it.
 */
export const drawnWorld: World = {
  name: 'all drawn at random',
  assumptionsFor(seed) {
    const draws = createDraws(seed + otherStream);
    return assume(({ base, low, high, whole }) => {
      const value = draws.chance(0.5)
        ? draws.between(low, base)
        : draws.between(base, high);
      return whole ? Math.round(value) : value;
    });
  },
};
