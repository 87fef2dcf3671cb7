import {
  dayOf,
  DemandDay,
  demandDaysSteps,
  policyAt,
  PolicyInForce,
  StoredDifference,
  StoredSums,
  storedSumsSteps,
  summaryAt,
  teamDemandsOf,
  dayMs,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { inTurns } from '../kernel/cost/inTurns';
import { nothing } from '../demand/demandsAt';
import { phaseOf } from '../demand/saveDemandOf';
import { daysBetween } from '../kernel/store/demand/demandDays';
import { partsOf } from '../kernel/store/targets/findTargets';
import { interestsOf } from '../kernel/store/interests/findInterests';
import { readDemandLogs } from '../kernel/store/log/readLogs';
import { readTeamDemands } from '../kernel/store/demand/teamDemands';
import { nearlySame } from './nearlySame';
import { ReplayedState, replayWhole } from './replayState';
import { StoredTarget } from '../kernel/store/targets/targetRows';
import { StoredInterest } from '../kernel/store/interests/interestRows';
import { latestOf } from '../kernel/clock/latestOf';

/** Parts of a target that are stored otherwise than its log says. */
export type Differences = readonly StoredDifference[];

/**
 * Compares what is stored of a target with a replay of its log. Nothing is said of
 * sums that are still to be computed under the policy in force.
 *
 * @returns nothing where its log cannot be replayed
 */
export async function checkTarget(
  db: Knex,
  target: StoredTarget,
  policies: readonly PolicyInForce[],
  now: Date,
): Promise<Differences | undefined> {
  const state = await replayWhole(db, target.id);
  if (!state) {
    return undefined;
  }
  const at = latestOf(now, target.lastAt);
  const found: Array<[StoredDifference, boolean]> = [
    ['interests', await areInterests(db, target, state)],
    ['facts', await areFacts(db, target, state)],
    ['feed', await isInFeed(db, target, state)],
  ];
  const { fingerprint } = policyAt(policies, at);
  if (target.policy === fingerprint) {
    const logs = await readDemandLogs(db, target);
    const replay = { target: target.ref, logs, policies };
    const sums = await inTurns(storedSumsSteps({ ...replay, at }));
    const days = await inTurns(
      demandDaysSteps({ ...replay, from: 0, until: dayOf(at) }),
    );
    found.push(
      ['teams', await areTeams(db, target, state, { policies, at })],
      ['sums', areSums(target, sums, { policies, at })],
      ['days', await areDays(db, target, days, { policies, at })],
    );
  }
  return found.filter(([, isRight]) => !isRight).map(([part]) => part);
}

interface Moment {
  readonly policies: readonly PolicyInForce[];
  readonly at: Date;
}

async function areInterests(
  db: Knex,
  target: StoredTarget,
  { interests }: ReplayedState,
): Promise<boolean> {
  const stored = await interestsOf(db, target.id);
  const byId = (all: readonly StoredInterest[]) =>
    new Map(
      all.map(({ imported, ...interest }) => [
        interest.id,
        { ...interest, imported: [...(imported ?? [])].sort() },
      ]),
    );
  const expected = byId(interests);
  return (
    stored.length === interests.length &&
    [...byId(stored)].every(([id, interest]) =>
      nearlySame(interest, expected.get(id)),
    )
  );
}

async function areFacts(
  db: Knex,
  target: StoredTarget,
  { owner, namedPilots, parts, phase }: ReplayedState,
): Promise<boolean> {
  return (
    (phase?.fixed ?? null) === target.fixedPhase &&
    (phase?.decision ?? null) === target.phaseDecision &&
    (owner === undefined || owner === target.owner) &&
    namedPilots.join() === target.namedPilots.join() &&
    (parts === undefined ||
      [...parts].sort().join() === (await partsOf(db, target.id)).join())
  );
}

/** True where the target is in the feed, or neither asked for nor a Pilot. */
async function isInFeed(
  db: Knex,
  target: StoredTarget,
  { interests }: ReplayedState,
): Promise<boolean> {
  const stands = interests.some(
    ({ withdrawn, status }) => !withdrawn && status !== 'declined',
  );
  if (!stands && target.phase === null) {
    return true;
  }
  const places = await Promise.all(
    ['feed', 'feed_pending'].map(table =>
      db(table).where('target_id', target.id).first('target_id'),
    ),
  );
  return places.some(place => place !== undefined);
}

async function areTeams(
  db: Knex,
  target: StoredTarget,
  { interests }: ReplayedState,
  { policies, at }: Moment,
): Promise<boolean> {
  const { policy } = policyAt(policies, at);
  const stored = (await readTeamDemands(db, [target.id])).get(target.id)!;
  const sorted = [...stored].sort((a, b) => (a.team < b.team ? -1 : 1));
  return nearlySame(sorted, teamDemandsOf(interests, [target.owner], policy));
}

function areSums(
  target: StoredTarget,
  replayed: StoredSums,
  when: Moment,
): boolean {
  return (
    sameSums(target.sums, replayed, when.at, when.policies) &&
    target.phase === phaseOf(target, replayed)
  );
}

/**
 * Every day that is kept or on which something happened. Days that were kept under
 * another policy than the one in force then are replayed when they are asked for.
 */
async function areDays(
  db: Knex,
  target: StoredTarget,
  replayed: readonly DemandDay[],
  { policies, at }: Moment,
): Promise<boolean> {
  const kept = (await daysBetween(db, [target.id], 0, dayOf(at))).get(
    target.id,
  )!;
  const days = new Set([...kept, ...replayed].map(({ day }) => day));
  const last = (all: readonly DemandDay[], day: number) =>
    all.findLast(each => each.day <= day);
  return [...days].every(day => {
    const end = new Date((day + 1) * dayMs - 1);
    const stored = last(kept, day);
    if (stored && stored.policy !== policyAt(policies, end).fingerprint) {
      return true;
    }
    const expected = last(replayed, day)?.sums ?? nothing;
    return sameSums(stored?.sums ?? nothing, expected, end, policies);
  });
}

/** Sums may hold at different instants and still say the same. */
function sameSums(
  a: StoredSums,
  b: StoredSums,
  at: Date,
  policies: readonly PolicyInForce[],
): boolean {
  const { policy } = policyAt(policies, at);
  const [first, second] = [a, b].map(sums => ({
    ...summaryAt(sums, at, policy),
    constant: [sums.adoptedNumber, sums.adoptedBreadth, sums.adoptedSpecific],
    newestAt: sums.newestAt,
  }));
  return nearlySame(first, second);
}
