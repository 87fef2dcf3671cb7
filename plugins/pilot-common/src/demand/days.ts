import type { TargetLog } from '../model/log';
import { countingTargets } from './consent';
import { policyAt, type PolicyInForce } from './policies';
import { foldOf, inOrder, statesSteps, type DemandReplay } from './replay';
import type { ReplayedTarget } from './ReplayedTarget';
import { dayMs } from '../model/dayMs';
import { allAtOnce, type Steps } from './steps';
import { storedSumsOf, type StoredSums } from './stored';
import { teamDemandsOf } from './teamDemand';

/** The UTC day of an instant, in days since 1970-01-01. @public */
export function dayOf(at: Date): number {
  return Math.floor(at.getTime() / dayMs);
}

/** The last instant of a UTC day. @public */
export function endOfDay(day: number): Date {
  return new Date((day + 1) * dayMs - 1);
}

/**
 * The sums of a target at the end of one day.
 * @public
 */
export interface DemandDay {
  readonly day: number;
  /** Fingerprint of the policy in force at its end. */
  readonly policy: string;
  readonly sums: StoredSums;
}

/**
 * Input to compute the days of a target from.
 * @public
 */
export interface DemandDaysInput {
  readonly target: string;
  /** The target's own and those of all it was ever implemented by. */
  readonly logs: readonly TargetLog[];
  readonly policies: readonly PolicyInForce[];
  /** The first day to answer. */
  readonly from: number;
  /** The last day, today. */
  readonly until: number;
}

/**
 * The sums at the end of every day on which a target's demand can have changed
 * other than by fading: what a write of that day would have kept.
 * @public
 */
export function demandDays(input: DemandDaysInput): DemandDay[] {
  return allAtOnce(demandDaysSteps(input));
}

/**
 * The same in steps, for logs of any length.
 * @public
 */
export function* demandDaysSteps(input: DemandDaysInput): Steps<DemandDay[]> {
  const { target, logs, policies, from, until } = input;
  const changed = new Set<number>([
    ...logs.flatMap(log => log.entries.map(entry => dayOf(entry.at))),
    ...policies.slice(1).map(({ since }) => dayOf(since)),
  ]);
  const folds = logs.map(log => ({
    target: log.target,
    stateAt: foldOf(inOrder(log)),
  }));
  const days = [...changed]
    .filter(day => day >= from && day <= until)
    .sort((a, b) => a - b);
  const result: DemandDay[] = [];
  for (const day of days) {
    const at = endOfDay(day);
    const states = new Map<string, ReplayedTarget>();
    for (const fold of folds) {
      states.set(fold.target, yield* fold.stateAt(at));
    }
    yield;
    result.push({
      day,
      policy: policyAt(policies, at).fingerprint,
      sums: sumsFrom(target, states, { policies, at }),
    });
  }
  return result;
}

/**
 * The sums of a target as they were at any instant, by replay of the log: what
 * would have been kept then.
 * @public
 */
export function storedSumsAt(replay: DemandReplay): StoredSums {
  return allAtOnce(storedSumsSteps(replay));
}

/**
 * The same in steps, for logs of any length.
 * @public
 */
export function* storedSumsSteps(replay: DemandReplay): Steps<StoredSums> {
  const { target, logs, policies, at } = replay;
  const states = yield* statesSteps(logs, at);
  yield;
  return sumsFrom(target, states, { policies, at });
}

function sumsFrom(
  target: string,
  states: ReadonlyMap<string, ReplayedTarget>,
  when: { policies: readonly PolicyInForce[]; at: Date },
): StoredSums {
  const { policy } = policyAt(when.policies, when.at);
  const owner = states.get(target)?.owner ?? null;
  const { counting } = countingTargets(target, states, when);
  const parts = counting.map(each => ({
    target: each.target,
    owner: each.owner,
    teams: teamDemandsOf(each.interests, [owner, each.owner], policy),
  }));
  return storedSumsOf(owner, parts, policy);
}
