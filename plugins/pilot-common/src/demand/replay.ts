import type { InterestState, LogEntry, TargetLog } from '../model/log';
import type { DemandPolicy } from '../model/policy';
import { assessDemand, type DemandAssessment } from './assessDemand';
import { isInternal, type TargetInterest } from './counted';

/**
 * What a target's log says about one instant.
 * @public
 */
export interface ReplayedTarget {
  /** Every interest recorded until then, withdrawn and declined ones included. */
  readonly interests: InterestState[];
  readonly owner: string | null;
  /** What the target was implemented by. */
  readonly parts: readonly string[];
}

/**
 * A policy and since when it is in force.
 * @public
 */
export interface PolicyInForce {
  readonly since: Date;
  readonly policy: DemandPolicy;
  readonly fingerprint: string;
}

/**
 * Everything that the demand of any date depends on.
 * @public
 */
export interface DemandReplay {
  readonly target: string;
  /** The target's own log and that of all it was ever implemented by. */
  readonly logs: readonly TargetLog[];
  /** At least one; the earliest also holds for all time before it. */
  readonly policies: readonly PolicyInForce[];
  readonly at: Date;
}

/**
 * A demand of any date, and the fingerprint of the policy in force then.
 * @public
 */
export type ReplayedDemand = DemandAssessment & { policy: string };

/** A log in the order in which it happened. Sorting a sorted one is cheap. */
export function inOrder(log: TargetLog): TargetLog {
  const entries = [...log.entries].sort(
    (a, b) => a.at.getTime() - b.at.getTime() || a.seq - b.seq,
  );
  return { target: log.target, entries };
}

// Owner and parts are observed, not decided: the first observation tells what
// was true before it, too.
function inForceAt<Entry extends LogEntry>(
  observed: readonly Entry[],
  at: Date,
): Entry | undefined {
  return observed.findLast(entry => entry.at <= at) ?? observed[0];
}

/**
 * Walks through a log in the order in which it happened: each step answers what
 * the log says about an instant, that instant included, and reads only on from
 * the step before.
 *
 * @param log - in the order of time
 * @returns takes instants that never go back
 */
export function foldOf(log: TargetLog): (at: Date) => ReplayedTarget {
  const { entries } = log;
  const owners = entries.filter(entry => entry.type === 'owner');
  const parts = entries.filter(entry => entry.type === 'implementedBy');
  const interests = new Map<string, InterestState>();
  let next = 0;
  return at => {
    for (; next < entries.length && entries[next].at <= at; next++) {
      applyEntry(interests, entries[next]);
    }
    return {
      interests: [...interests.values()],
      owner: inForceAt(owners, at)?.owner ?? null,
      parts: inForceAt(parts, at)?.parts ?? [],
    };
  };
}

function applyEntry(
  interests: Map<string, InterestState>,
  entry: LogEntry,
): void {
  if (entry.type === 'recorded') {
    interests.set(entry.state.id, entry.state);
  } else if (entry.type === 'changed') {
    const before = interests.get(entry.id);
    if (before) interests.set(entry.id, { ...before, ...entry.change });
  } else if (entry.type === 'removed') {
    interests.delete(entry.id);
  }
}

/**
 * What a target's log says about one instant, that instant included. Entries
 * are folded in the order of `at`, then `seq`; those about an interest that
 * was never recorded change nothing.
 * @public
 */
export function stateAt(log: TargetLog, at: Date): ReplayedTarget {
  return foldOf(inOrder(log))(at);
}

/**
 * The policy in force at an instant; the first one also before it.
 *
 * @throws RangeError if there is none at all
 * @public
 */
export function policyAt(
  policies: readonly PolicyInForce[],
  at: Date,
): PolicyInForce {
  const sorted = [...policies].sort(
    (a, b) => a.since.getTime() - b.since.getTime(),
  );
  const found = sorted.findLast(({ since }) => since <= at) ?? sorted[0];
  if (!found) throw new RangeError('A demand needs at least one policy');
  return found;
}

/** The interests of the target and of its parts, as they were. */
function unionAt({ target, logs, at }: DemandReplay): TargetInterest[] {
  const states = new Map(logs.map(log => [log.target, stateAt(log, at)]));
  const own = states.get(target);
  if (!own) return [];
  return [...new Set([target, ...own.parts])].flatMap(ref => {
    const { interests = [], owner = null } = states.get(ref) ?? {};
    return interests.map(state => ({
      target: ref,
      internal: isInternal(state, [own.owner, owner]),
      state,
    }));
  });
}

/**
 * The demand of any date, by replay of the log, under the owners, the parts
 * and the policy in force then. What parts are themselves implemented by does
 * not matter: interest is rolled up one level.
 *
 * @throws RangeError if there is no policy at all
 * @public
 */
export function demandAt(replay: DemandReplay): ReplayedDemand {
  const { policy, fingerprint } = policyAt(replay.policies, replay.at);
  const assessment = assessDemand({
    target: replay.target,
    interests: unionAt(replay),
    policy,
    now: replay.at,
  });
  return { ...assessment, policy: fingerprint };
}
