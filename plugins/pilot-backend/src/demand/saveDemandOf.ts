import {
  dayOf,
  DemandDay,
  demandDaysSteps,
  Phase,
  policyAt,
  PolicyInForce,
  StoredSums,
  storedSumsOf,
  summaryAt,
  TargetTeams,
  teamDemandsOf,
  dayMs,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { inTurns } from '../kernel/cost/inTurns';
import { replaceDays, saveDay } from '../kernel/store/demand/demandDays';
import { enqueueFeed } from '../kernel/store/feed/pendingChanges';
import { interestsOfTeams } from '../kernel/store/interests/findInterests';
import { LockedTargets } from '../kernel/store/targets/lockTargets';
import { reopenedAt } from '../kernel/store/proposals/phaseEntries';
import { readKnownLogs } from '../kernel/store/log/readLogs';
import { saveDemand } from '../kernel/store/demand/saveDemand';
import { saveTeamDemands } from '../kernel/store/demand/teamDemands';
import { daysBefore, growthDays, trendDays } from './daysBefore';
import { demandsAt } from './demandsAt';
import { readParts } from './readParts';
import { StoredTarget } from '../kernel/store/targets/targetRows';

const startOfDay = (day: number) => new Date(day * dayMs);

/** Inputs of a demand, as the write that changed it left them. */
export interface KeptDemandInputs {
  readonly target: StoredTarget;
  /** Stored teams of the target and of its parts. */
  readonly parts: readonly TargetTeams[];
  /** The score that its trend begins at. */
  readonly earlier: { readonly at: Date; readonly score: number };
}

/** Extent of a write's change to a target's demand. */
export interface DemandChange {
  /** Teams whose interests changed. */
  readonly teams: readonly string[] | 'all' | 'none';
  /** The earliest instant that something changed at, where that is past. */
  readonly since?: Date;
  /** Nothing was known of the target or of its parts before this write. */
  readonly isFirst?: boolean;
  /** The latest time in the target's log, where this write added to it. */
  readonly lastAt?: Date;
  readonly policies: readonly PolicyInForce[];
  readonly at: Date;
}

/**
 * Keeps the sums of a target that is locked, and of the Pilots that it
 * implements, so that its demand can be read without its interests. The log and
 * the interests of this write are saved already.
 *
 * @returns what the demand of the target can be read from without asking again
 */
export async function saveDemandOf(
  tx: Knex.Transaction,
  locked: Pick<LockedTargets, 'pilots'>,
  target: StoredTarget,
  change: DemandChange,
): Promise<KeptDemandInputs> {
  await keepTeams(tx, target, change);
  const kept = await keepSums(tx, target, change);
  const ofPilots = { ...change, isFirst: false, lastAt: undefined };
  for (const pilot of locked.pilots) {
    if (pilot.id !== target.id) {
      await keepTeams(tx, pilot, { ...ofPilots, teams: 'none' });
      await keepSums(tx, pilot, ofPilots);
    }
  }
  return kept;
}

/** Keeps what the interests of some teams come to. */
async function keepTeams(
  tx: Knex.Transaction,
  target: StoredTarget,
  { policies, at, teams: changed, isFirst }: DemandChange,
): Promise<void> {
  if (isFirst) {
    return;
  }
  const { fingerprint, policy } = policyAt(policies, at);
  // Sums of another policy are of no use any more.
  const teams = target.policy === fingerprint ? changed : 'all';
  if (teams === 'none') {
    return;
  }
  const interests = await interestsOfTeams(tx, target.id, teams);
  const kept = teamDemandsOf(interests, [target.owner], policy);
  await saveTeamDemands(tx, target.id, kept, teams);
}

/** Keeps a target's own sums, from what is kept of its teams and its parts'. */
async function keepSums(
  tx: Knex.Transaction,
  target: StoredTarget,
  change: DemandChange,
): Promise<KeptDemandInputs> {
  const { policies, at, lastAt } = change;
  const current = policyAt(policies, at);
  const { fingerprint, policy } = current;
  const parts = await readParts(tx, target, current);
  const sums = storedSumsOf(target.owner, parts, policy);
  const today = { day: dayOf(at), policy: fingerprint, sums };
  const rewritten = await rewriteDays(tx, target, change, { current, today });
  await saveDay(tx, target.id, today);

  const { score, level } = summaryAt(sums, at, policy);
  const trendFrom = daysBefore(at, trendDays);
  const instants = [daysBefore(at, growthDays), trendFrom];
  const past = await demandsAt(tx, [target], instants, policies);
  const [grownFrom, trendedFrom] = past.get(target.id)!;
  const phase = phaseOf(target, sums);
  const reopened =
    phase && rewritten.length > 0 && !change.isFirst
      ? await reopenedAt(tx, target.id)
      : undefined;
  const kept = {
    sums,
    policy: fingerprint,
    score,
    level,
    growth: score - grownFrom.score,
    phase,
    phaseSince: phase && phaseSince(target, phase, { rewritten, reopened, at }),
    lastAt,
  };
  await saveDemand(tx, target.id, kept, at);
  if (
    target.kind === 'pilot' &&
    (phase !== target.phase || level !== target.level)
  ) {
    await enqueueFeed(tx, [target.id]);
  }
  return {
    target: {
      ...target,
      ...kept,
      lastAt: lastAt ?? target.lastAt,
      rankedAt: at,
      changedAt: at,
      version: target.version + 1,
    },
    parts,
    earlier: { at: trendFrom, score: trendedFrom.score },
  };
}

/** Keeps the days anew on which something changed afterwards. */
async function rewriteDays(
  tx: Knex.Transaction,
  target: StoredTarget,
  { policies, at, since, isFirst: isUnknown }: DemandChange,
  {
    current,
    today,
  }: { readonly current: PolicyInForce; readonly today: DemandDay },
): Promise<DemandDay[]> {
  const until = dayOf(at);
  const isFirst = target.policy === null && target.lastAt.getTime() > 0;
  const isOld = target.policy !== null && target.policy !== current.fingerprint;
  const from = Math.min(
    until,
    since ? dayOf(since) : until,
    isFirst ? 0 : until,
    isOld ? dayOf(current.since) : until,
  );
  if (from === until) {
    return [];
  }
  if (isUnknown) {
    return [today];
  }
  const logs = await readKnownLogs(tx, target);
  // What a newer version wrote may change sums in a way that is not known here:
  // the days that it kept stay as they are.
  if (!logs) {
    return [];
  }
  const input = { target: target.ref, logs, policies, from, until };
  const days = await inTurns(demandDaysSteps(input));
  await replaceDays(tx, target.id, from, days);
  return days;
}

const derivedPhase = (sums: StoredSums): Phase =>
  sums.interests > 0 ? 'demand' : 'pilot';

/** Declared or decided, or derived from whether anybody else has asked. */
export function phaseOf(target: StoredTarget, sums: StoredSums): Phase | null {
  if (target.kind !== 'pilot') {
    return null;
  }
  return target.fixedPhase ?? derivedPhase(sums);
}

/** Since when a Pilot is in its phase; for a derived one, as its days say. */
function phaseSince(
  target: StoredTarget,
  phase: Phase,
  days: {
    readonly rewritten: readonly DemandDay[];
    /** Before it, another phase was decided. */
    readonly reopened?: Date;
    readonly at: Date;
  },
): Date {
  const { rewritten, reopened, at } = days;
  const known = phase === target.phase ? target.phaseSince : null;
  if (target.fixedPhase || rewritten.length === 0) {
    return known ?? at;
  }
  // Sums that are computed anew change nothing that was known before them, and
  // days know no time of day.
  if (known && target.policy === null) {
    return known;
  }
  const other = rewritten.findLastIndex(
    ({ sums }) => derivedPhase(sums) !== phase,
  );
  const first = rewritten[other + 1];
  const since = first ? startOfDay(first.day) : at;
  // Without another phase among these days, it may have begun before them.
  const began = other < 0 && known && known < since ? known : since;
  return reopened && began < reopened ? reopened : began;
}
