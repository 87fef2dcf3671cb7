import {
  dayOf,
  DemandDay,
  DemandSummary,
  policyAt,
  PolicyInForce,
  StoredSums,
  storedSumsSteps,
  summaryAt,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { giveWay } from '../kernel/cost/giveWay';
import { inTurns } from '../kernel/cost/inTurns';
import { daysBetween } from '../kernel/store/demand/demandDays';
import { readDemandLogs } from '../kernel/store/log/readLogs';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** A demand at an instant, and the sums that it is made from. */
export type DemandThen = DemandSummary & { readonly sums: StoredSums };

type TargetKey = Pick<StoredTarget, 'id' | 'ref'>;

/**
 * The demand of targets at past instants, in their order. Sums that were kept
 * at the end of a day hold until the next change; only for a target that
 * changed on the very day of an instant, or whose days are of another policy
 * than the one in force then, is its log replayed.
 *
 * @param instants - in any order
 */
export async function demandsAt(
  db: Knex,
  targets: readonly TargetKey[],
  instants: readonly Date[],
  policies: readonly PolicyInForce[],
): Promise<Map<number, DemandThen[]>> {
  const days = instants.map(dayOf);
  const rules = instants.map(at => policyAt(policies, at));
  const kept = await daysBetween(
    db,
    targets.map(({ id }) => id),
    Math.min(...days),
    Math.max(...days),
  );
  const result = new Map<number, DemandThen[]>();
  for (const target of targets) {
    await giveWay();
    const known = instants.map((at, index) =>
      keptDemand(kept.get(target.id)!, at, rules[index]),
    );
    result.set(
      target.id,
      known.every(demand => demand !== 'changing')
        ? (known as DemandThen[])
        : await replayed(db, target, instants, policies),
    );
  }
  return result;
}

/** The sums of what nobody ever asked for. */
export const nothing: StoredSums = {
  refAt: null,
  newestAt: null,
  fadingNumber: 0,
  fadingBreadth: 0,
  fadingSpecific: 0,
  adoptedNumber: 0,
  adoptedBreadth: 0,
  adoptedSpecific: 0,
  interests: 0,
  teams: 0,
  useCases: 0,
  adopters: 0,
  internal: 0,
};

function keptDemand(
  days: readonly DemandDay[],
  at: Date,
  { policy, fingerprint }: PolicyInForce,
): DemandThen | 'changing' {
  const last = days.findLast(({ day }) => day <= dayOf(at));
  if (!last) {
    return { ...summaryAt(nothing, at, policy), sums: nothing };
  }
  const isEndOfDay = dayOf(new Date(at.getTime() + 1)) > dayOf(at);
  return last.policy === fingerprint && (last.day < dayOf(at) || isEndOfDay)
    ? { ...summaryAt(last.sums, at, policy), sums: last.sums }
    : 'changing';
}

async function replayed(
  db: Knex,
  target: TargetKey,
  instants: readonly Date[],
  policies: readonly PolicyInForce[],
): Promise<DemandThen[]> {
  const logs = await readDemandLogs(db, target);
  const result: DemandThen[] = [];
  for (const at of instants) {
    const replay = { target: target.ref, logs, policies, at };
    const sums = await inTurns(storedSumsSteps(replay));
    const { policy } = policyAt(policies, at);
    result.push({ ...summaryAt(sums, at, policy), sums });
  }
  return result;
}
