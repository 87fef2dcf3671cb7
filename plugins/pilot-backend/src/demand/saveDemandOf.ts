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
  teamDemandsOf,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { inTurns } from '../kernel/cost/inTurns';
import { replaceDays, saveDay } from '../kernel/store/demand/keepDays';
import { enqueueFeed } from '../kernel/store/feed/numberPending';
import { interestsOfTeams } from '../kernel/store/interests/findInterests';
import { LockedTargets } from '../kernel/store/targets/lockTargets';
import { reopenedAt } from '../kernel/store/proposals/findProposals';
import { readKnownLogs } from '../kernel/store/log/readLogs';
import { saveDemand } from '../kernel/store/demand/saveDemand';
import { saveTeamDemands } from '../kernel/store/demand/keepTeamDemands';
import { daysBefore, growthDays } from './daysBefore';
import { demandsAt } from './demandsAt';
import { readParts } from './readParts';
import { StoredTarget } from '../kernel/store/targets/targetRows';

const dayMs = 24 * 60 * 60 * 1000;
const startOfDay = (day: number) => new Date(day * dayMs);

/** What of a target's demand a write changed. */
export interface Kept {
  /** Whose interests changed. */
  readonly teams: readonly string[] | 'all' | 'none';
  /** The earliest instant that something changed at, where that is past. */
  readonly since?: Date;
  readonly policies: readonly PolicyInForce[];
  readonly at: Date;
}

/**
 * Keeps the sums of a target that is locked, and of the Pilots that it
 * implements, so that its demand can be read without its interests. The log and
 * the interests of this write are saved already.
 */
export async function saveDemandOf(
  tx: Knex.Transaction,
  locked: Pick<LockedTargets, 'pilots'>,
  target: StoredTarget,
  change: Kept,
): Promise<void> {
  await keepTeams(tx, target, change);
  await keepSums(tx, target, change);
  for (const pilot of locked.pilots) {
    if (pilot.id !== target.id) {
      await keepTeams(tx, pilot, { ...change, teams: 'none' });
      await keepSums(tx, pilot, change);
    }
  }
}

/** Keeps what the interests of some teams come to. */
async function keepTeams(
  tx: Knex.Transaction,
  target: StoredTarget,
  { policies, at, teams: changed }: Kept,
): Promise<void> {
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
  change: Kept,
): Promise<void> {
  const { policies, at } = change;
  const current = policyAt(policies, at);
  const { fingerprint, policy } = current;
  const parts = await readParts(tx, target, current);
  const sums = storedSumsOf(target.owner, parts, policy);
  const rewritten = await rewriteDays(tx, target, change, current);
  await saveDay(tx, target.id, { day: dayOf(at), policy: fingerprint, sums });

  const { score, level } = summaryAt(sums, at, policy);
  const earlier = daysBefore(at, growthDays);
  const past = await demandsAt(tx, [target], [earlier], policies);
  const phase = phaseOf(target, sums);
  const reopened =
    phase && rewritten.length > 0 ? await reopenedAt(tx, target.id) : undefined;
  await saveDemand(
    tx,
    target.id,
    {
      sums,
      policy: fingerprint,
      score,
      level,
      growth: score - past.get(target.id)![0].score,
      phase,
      phaseSince:
        phase && phaseSince(target, phase, { rewritten, reopened, at }),
    },
    at,
  );
  if (
    target.kind === 'pilot' &&
    (phase !== target.phase || level !== target.level)
  ) {
    await enqueueFeed(tx, [target.id]);
  }
}

/** Keeps the days anew on which something changed afterwards. */
async function rewriteDays(
  tx: Knex.Transaction,
  target: StoredTarget,
  { policies, at, since }: Kept,
  current: PolicyInForce,
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
