import { chosenDetails, chosenUrgency, type Occasion } from './asks';
import type { Assumptions } from './assumptions';
import type { Draws } from './draws';
import { leaning, type Need, type SimulatedTarget } from './needs';

/** An organisation while it is being simulated. */
export interface Organisation {
  readonly world: Assumptions;
  readonly draws: Draws;
  readonly teams: readonly {
    readonly people: number;
    /** Readiness of the team to record what it needs; 1 on average. */
    readonly readiness: number;
    readonly loud: boolean;
  }[];
}

const typicalTeam = 8;

export function drawOrganisation(world: Assumptions, draws: Draws) {
  const teams = Array.from({ length: world.teams }, () => ({
    people: Math.max(2, Math.round(typicalTeam * draws.logNormal(0.5))),
    readiness: draws.logNormal(world.recordsByTeam),
    loud: draws.chance(world.loud),
  }));
  return { world, draws, teams };
}

const anybody = ({ teams, draws }: Organisation, team: number) =>
  Math.floor(draws.between(0, teams[team].people));

/** The asks of a team for what it truly needs: none, one, or one of each of several people. */
export function occasionsOfNeed(
  need: Need,
  target: SimulatedTarget,
  organisation: Organisation,
): Occasion[] {
  const { world, draws, teams } = organisation;
  const { team, strength } = need;
  const { people, readiness } = teams[team];
  const records = leaning(world.records, world.recordsByStrength, strength);
  if (need.repeats === 0 && !draws.chance(records * readiness)) return [];
  const asks =
    need.repeats || 1 + draws.poisson((world.people * people) / typicalTeam);
  const adopted = target.served && need.wouldAdopt && draws.chance(0.8);
  return Array.from({ length: asks }, () => ({
    target: target.index,
    team,
    person: anybody(organisation, team),
    at: need.beginsAt + draws.exponential(need.repeats ? 60 : world.delay),
    needEndsAt: need.endsAt,
    urgency: need.repeats
      ? ('critical' as const)
      : chosenUrgency(strength, world, draws),
    details: need.repeats ? 0.8 : chosenDetails(strength, world, draws),
    adopted,
  })).filter(({ at }) => at < need.endsAt);
}

/** Asks of the owner for their own target. */
export function occasionsOfOwner(
  target: SimulatedTarget,
  organisation: Organisation,
): Occasion[] {
  const { world, draws } = organisation;
  if (!draws.chance(world.owners)) return [];
  const asks = 1 + draws.poisson(world.ownerAsks - 1);
  return Array.from({ length: asks }, () => ({
    target: target.index,
    team: target.owner,
    person: anybody(organisation, target.owner),
    at: draws.between(target.appearsAt, world.rankedAt),
    needEndsAt: Infinity,
    urgency: 'critical' as const,
    details: 0.8,
    internal: true,
  }));
}

/** Clicks with no need behind them: in passing, by teams that click on everything, and in a burst. */
export function occasionsWithoutNeed(
  target: SimulatedTarget,
  organisation: Organisation,
): Occasion[] {
  const { world, draws, teams } = organisation;
  const click = (team: number, at: number): Occasion => ({
    target: target.index,
    team,
    person: anybody(organisation, team),
    at,
    needEndsAt: -Infinity,
    urgency: draws.chance(world.inflation) ? 'critical' : 'important',
    details: world.driveByWords,
    internal: team === target.owner,
  });
  const anyTeam = () => Math.floor(draws.between(0, teams.length));
  const anyDay = () => draws.between(target.appearsAt, world.rankedAt);

  const followed =
    1 -
    world.driveByFollows +
    (world.driveByFollows * target.reach) / world.reach;
  const years = (world.rankedAt - target.appearsAt) / 365;
  const inPassing = draws.poisson(
    (world.driveBy * followed * years * teams.length) / 100,
  );
  const occasions = Array.from({ length: inPassing }, () =>
    click(anyTeam(), anyDay()),
  );
  teams.forEach(({ loud }, team) => {
    if (loud && draws.chance(0.25)) occasions.push(click(team, anyDay()));
  });
  if (draws.chance(world.hyped)) {
    const from = draws.chance(world.hypeRecent)
      ? Math.max(target.appearsAt, world.rankedAt - 30)
      : target.appearsAt;
    const begins = draws.between(from, world.rankedAt - 10);
    for (
      let left = draws.poisson(world.hypeClicks * teams.length);
      left > 0;
      left--
    ) {
      occasions.push(click(anyTeam(), draws.between(begins, begins + 10)));
    }
  }
  return occasions;
}
