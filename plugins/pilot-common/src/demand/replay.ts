import type { Demand } from '../model/demand';
import type { InterestState, LogEntry, TargetLog } from '../model/log';
import { assessDemand, type DemandAssessment } from './assessDemand';
import { countingTargets } from './consent';
import { isInternal, type TargetInterest } from './counted';
import { policyAt, type PolicyInForce } from './policies';
import type { ReplayedTarget } from './ReplayedTarget';
import { allAtOnce, type Steps } from './steps';

/** Lines of a log that one step folds. */
const linesAtOnce = 2000;

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
export type ReplayedDemand = DemandAssessment & {
  policy: string;
  /** Parts that do not count, because their owner has not confirmed them. */
  unconfirmed: NonNullable<Demand['unconfirmed']>;
};

/** A log in the order in which it happened. Sorting a sorted one is cheap. */
export function inOrder(log: TargetLog): TargetLog {
  const entries = [...log.entries].sort(
    (a, b) => compareTimes(a, b) || a.seq - b.seq,
  );
  return { target: log.target, entries };
}

/**
 * Compares two entries by their time and, within one instant, by their order:
 * imported ones by what they say, and before what people did.
 * @public
 */
export function compareTimes(
  a: Pick<LogEntry, 'at' | 'order'>,
  b: Pick<LogEntry, 'at' | 'order'>,
): number {
  const [first, second] = [a.order ?? '~', b.order ?? '~'];
  return (
    a.at.getTime() - b.at.getTime() ||
    Number(first > second) - Number(first < second)
  );
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
export function foldOf(log: TargetLog): (at: Date) => Steps<ReplayedTarget> {
  const { entries } = log;
  const owners = entries.filter(entry => entry.type === 'owner');
  const parts = entries.filter(entry => entry.type === 'implementedBy');
  const named = entries.filter(entry => entry.type === 'namedPilots');
  const seenAt = owners[0]?.at;
  const interests = new Map<string, InterestState>();
  const removed = new Map<string, InterestState>();
  const imported = new Set<string>();
  let next = 0;
  return function* stateUntil(at) {
    for (; next < entries.length && entries[next].at <= at; next++) {
      if (next % linesAtOnce === 0) yield;
      const entry = entries[next];
      applyEntry(interests, removed, entry);
      if (entry.type === 'recorded' && entry.imported) {
        imported.add(entry.state.id);
      }
    }
    // Only what names some has a line from the beginning.
    const known = seenAt && seenAt > at ? seenAt : at;
    return {
      interests: [...interests.values()],
      owner: inForceAt(owners, at)?.owner ?? null,
      parts: inForceAt(parts, at)?.parts ?? [],
      namedPilots: named.findLast(entry => entry.at <= known)?.pilots ?? [],
      seenAt,
      imported: new Set(imported),
    };
  };
}

function applyEntry(
  interests: Map<string, InterestState>,
  removed: Map<string, InterestState>,
  entry: LogEntry,
): void {
  if (entry.type === 'recorded') {
    const { state, said } = entry;
    const before = interests.get(state.id);
    interests.set(
      state.id,
      before && said
        ? saidAgain(before, entry)
        : underNewName(removed.get(state.id), entry),
    );
  } else if (entry.type === 'changed') {
    const before = interests.get(entry.id);
    if (before) interests.set(entry.id, { ...before, ...entry.change });
  } else if (entry.type === 'removed') {
    const left = interests.get(entry.id);
    if (left) removed.set(entry.id, left);
    interests.delete(entry.id);
  }
}

/**
 * An interest that goes on under the new name of its team or its author is what it
 * was until then, and not what was known of that when it got the name: an import may
 * have told of an earlier time since.
 *
 * @returns the state that the entry holds where it came from somewhere else
 * @public
 */
export function underNewName<State extends InterestState>(
  before: State | undefined,
  { state, said }: { readonly state: State; readonly said?: readonly string[] },
): State {
  const isRenamed =
    before && (before.team !== state.team || before.author !== state.author);
  return !said && isRenamed
    ? { ...before, team: state.team, author: state.author }
    : state;
}

/**
 * An interest that is recorded when it stands already, because an import told of
 * an earlier time: what was said holds, and the rest stays.
 * @public
 */
export function saidAgain<State extends InterestState>(
  before: State,
  again: { readonly state: State; readonly said?: readonly string[] },
): State {
  const said = Object.entries(again.state).filter(([key]) =>
    again.said?.includes(key),
  );
  return {
    ...before,
    ...Object.fromEntries(said),
    confirmedAt: again.state.confirmedAt,
  };
}

/**
 * Replays what a target's log says about one instant, that instant included.
 * Entries are folded in the order of `at`, `order` and `seq`; those about an
 * interest that was never recorded change nothing.
 * @public
 */
export function stateAt(log: TargetLog, at: Date): ReplayedTarget {
  return allAtOnce(stateSteps(log, at));
}

/** The same in steps. */
export function stateSteps(log: TargetLog, at: Date): Steps<ReplayedTarget> {
  return foldOf(inOrder(log))(at);
}

/** Replays what several logs say about one instant, by their targets. */
export function* statesSteps(
  logs: readonly TargetLog[],
  at: Date,
): Steps<Map<string, ReplayedTarget>> {
  const states = new Map<string, ReplayedTarget>();
  for (const log of logs) {
    states.set(log.target, yield* stateSteps(log, at));
  }
  return states;
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
  return allAtOnce(demandSteps(replay));
}

/**
 * The same in steps, for logs of any length.
 * @public
 */
export function* demandSteps(replay: DemandReplay): Steps<ReplayedDemand> {
  const { target, at } = replay;
  const { policy, fingerprint } = policyAt(replay.policies, at);
  const states = yield* statesSteps(replay.logs, at);
  const { counting, unconfirmed } = countingTargets(target, states, replay);
  const owner = states.get(target)?.owner ?? null;
  const interests = counting.flatMap((each): TargetInterest[] =>
    each.interests.map(state => ({
      target: each.target,
      internal: isInternal(state, [owner, each.owner]),
      state,
    })),
  );
  const assessment = assessDemand({ target, interests, policy, now: at });
  return { ...assessment, policy: fingerprint, unconfirmed };
}
