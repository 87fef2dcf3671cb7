import {
  dayOf,
  defaultDemandPolicy as policy,
  demandDays,
  PolicyInForce,
  storedSumsAt,
  storedSumsOf,
  summaryAt,
  TargetLog,
  teamDemandsOf,
} from '@pilot-to-platform/plugin-pilot-common';
import { fingerprintOf } from '../../plugins/pilot-backend/src/kernel/config/demandPolicy';
import {
  toEngineEntry,
  toLogRow,
} from '../../plugins/pilot-backend/src/kernel/store/log/logRows';
import { toInterestRow } from '../../plugins/pilot-backend/src/kernel/store/interests/interestRows';
import { toSumsRow } from '../../plugins/pilot-backend/src/kernel/store/targets/targetRows';
import { toTeamDemandRow } from '../../plugins/pilot-backend/src/kernel/store/demand/teamDemands';
import { beginningOf, History, historyOf } from './historyOf';
import { World, WorldTarget } from './World';

const growthMs = 30 * 24 * 60 * 60 * 1000;
const fingerprint = fingerprintOf(policy);

/** The policy that was in force all the time. */
export function policyOf(now: Date): PolicyInForce {
  return { since: beginningOf(now), policy, fingerprint };
}

type Rows = Record<
  | 'target'
  | 'target_part'
  | 'interest'
  | 'interest_log'
  | 'team_demand'
  | 'demand_day',
  object[]
>;

/** The rows of a target, after everything that happened to it was kept. */
export function keptOf(world: World, index: number, now: Date): Rows {
  const id = index + 1;
  const target = world.target(index);
  const parts = target.parts.map(part => world.target(part));
  const histories = [target, ...parts].map(of => historyOf(world, of, now));
  const [own] = histories;
  const logs = [target, ...parts].map((of, at) => logOf(of, histories[at]));
  const policies = [policyOf(now)];
  const teams = [target, ...parts].map((of, at) => ({
    target: of.ref,
    owner: of.owner,
    teams: teamDemandsOf(histories[at].interests, [of.owner], policy),
  }));
  const days = demandDays({
    target: target.ref,
    logs,
    policies,
    from: 0,
    until: dayOf(now),
  });
  const sums = storedSumsOf(target.owner, teams, policy);
  const { score, level } = summaryAt(sums, now, policy);
  const earlier = new Date(now.getTime() - growthMs);
  const before = storedSumsAt({
    target: target.ref,
    logs,
    policies,
    at: earlier,
  });
  const isPilot = target.kind === 'pilot';
  const lastAt = own.entries.at(-1)!.at.getTime();
  return {
    target: [
      {
        id,
        ref: target.ref,
        kind: target.kind,
        namespace: 'default',
        sort_name: target.title.toLocaleLowerCase('en-US'),
        type: target.type,
        title: target.title,
        owner: target.owner,
        named_pilots: target.namedPilots.length
          ? JSON.stringify(target.namedPilots)
          : null,
        phase: isPilot ? (sums.interests > 0 ? 'demand' : 'pilot') : null,
        phase_since: isPilot ? beginningOf(now).getTime() : null,
        level,
        last_at: lastAt,
        policy: fingerprint,
        version: 1,
        ...toSumsRow(sums),
        score,
        growth: score - summaryAt(before, earlier, policy).score,
        ranked_at: now.getTime(),
        changed_at: lastAt,
      },
    ],
    target_part: target.parts.map(part => ({
      pilot_id: id,
      part_id: part + 1,
      named: true,
    })),
    interest: own.interests.map(interest => toInterestRow(id, interest)),
    interest_log: own.entries.map(entry => toLogRow(id, entry, entry.at)),
    team_demand: teams[0].teams.map(team => toTeamDemandRow(id, team)),
    demand_day: days.map(day => ({
      target_id: id,
      day: day.day,
      policy: day.policy,
      ...toSumsRow(day.sums),
    })),
  };
}

function logOf(target: WorldTarget, { entries }: History): TargetLog {
  return {
    target: target.ref,
    entries: entries.map((entry, seq) =>
      toEngineEntry({ ...entry, seq, recordedAt: entry.at }),
    ),
  };
}
