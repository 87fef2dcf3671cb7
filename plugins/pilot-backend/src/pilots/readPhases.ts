import {
  CheckDefinition,
  DemandSummary,
  GatePolicy,
  policyAt,
  PolicyInForce,
  summaryAt,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { giveWay } from '../kernel/cost/giveWay';
import { readSatisfaction } from './readSatisfaction';
import { readDemand } from '../demand/readDemand';
import { ReadinessReading, readReadiness } from '../readiness/readReadiness';
import { madeFromAll, Sight } from '../kernel/sight/Sight';
import { openProposals } from '../kernel/store/proposals/findProposals';
import { StoredProposal } from '../kernel/store/proposals/proposalRows';
import {
  PilotStatement,
  StoredFacts,
} from '../kernel/store/readiness/readinessRows';
import { Advice, adviceOf } from './adviceOf';
import { PhaseSituation } from './PhaseSituation';
import { authorsOfTeams } from './authorsOfTeams';
import { snapshotOf } from './snapshotOf';
import { linksOf, PilotLink } from '../kernel/store/targets/findTargets';
import { StoredTarget } from '../kernel/store/targets/targetRows';
import { latestOf } from '../kernel/clock/latestOf';

/** Present phase of a Pilot, its gate and the advice. */
export interface PhaseReading extends Advice {
  readonly target: StoredTarget;
  readonly asOf: Date;
  readonly demand: Pick<DemandSummary, 'score' | 'level' | 'counts'>;
  /** Fingerprint of the demand policy. */
  readonly policy: string;
  readonly readiness: ReadinessReading;
  readonly statement: PilotStatement;
  /** The proposal that waits for its decision. */
  readonly proposal?: StoredProposal;
}

/** Under what phases are read, and when. */
export interface PhaseOptions {
  readonly policies: readonly PolicyInForce[];
  readonly checks: readonly CheckDefinition[];
  readonly gates: GatePolicy;
  readonly now: Date;
  /** Sight of the person who reads it; everything if absent. */
  readonly sight?: Sight;
  /** The sources' answers, by target, where they are in hand already. */
  readonly kept?: ReadonlyMap<number, StoredFacts>;
  /** The parts that the Pilots name, where they are in hand already. */
  readonly links?: readonly PilotLink[];
}

const nothingStated: PilotStatement = { handOff: null, platformScale: false };

/** Reads where Pilots stand, in a few queries, however many they are. */
export async function readPhases(
  db: Knex,
  pilots: readonly StoredTarget[],
  { policies, checks, gates, now, sight, kept, links }: PhaseOptions,
): Promise<Map<number, PhaseReading>> {
  const ids = pilots.map(({ id }) => id);
  const readiness = await readReadiness(db, pilots, {
    checks,
    now,
    sight,
    kept,
  });
  const proposals = await openProposals(db, ids);
  // Nothing else is advised by it.
  const running = pilots.filter(({ phase }) => phase === 'platform');
  const satisfaction = await readSatisfaction(db, running, now);
  const authors = await authorsOfTeams(
    db,
    pilots,
    links ?? (await linksOf(db, ids)),
    gates['build-out'].teams,
  );
  const { policy, fingerprint } = policyAt(policies, now);
  const result = new Map<number, PhaseReading>();
  for (const target of pilots) {
    await giveWay();
    // What a replica with a clock that is ahead has saved is part of the present.
    const asOf = latestOf(now, target.lastAt);
    const demand =
      target.policy === fingerprint
        ? summaryAt(target.sums, asOf, policy)
        : await readDemand(db, target, { policies, now });
    const own = readiness.get(target.id)!;
    const statement = own.facts?.statement ?? nothingStated;
    result.set(target.id, {
      target,
      asOf,
      demand,
      policy: fingerprint,
      readiness: own,
      statement,
      proposal: proposals.get(target.id),
      ...adviceOf({
        phase: target.phase ?? 'pilot',
        phaseSince: target.phaseSince ?? asOf,
        demand,
        authors: authors.get(target.id) ?? 0,
        newestAt: target.sums.newestAt,
        emerging: policy.levels.emerging,
        checks: own.assessment.checks,
        gates,
        handOff: statement.handOff !== null,
        platformScale: statement.platformScale,
        satisfaction: satisfaction.get(target.id) ?? null,
        now: asOf,
      }),
    });
  }
  return result;
}

/** Reads where one Pilot stands. */
export async function readPhase(
  db: Knex,
  pilot: StoredTarget,
  options: PhaseOptions,
): Promise<PhaseReading> {
  return (await readPhases(db, [pilot], options)).get(pilot.id)!;
}

/** A Pilot as the deciders look at it. */
export function situationOf(
  reading: PhaseReading,
  approvers: readonly string[],
): PhaseSituation {
  const { target, demand, gate, needs, statement, proposal, policy } = reading;
  const { assessment } = reading.readiness;
  return {
    targetId: target.id,
    phase: target.phase ?? 'pilot',
    derived: demand.counts.interests > 0 ? 'demand' : 'pilot',
    gate,
    platformScale: statement.platformScale,
    hasApprovers: approvers.length > 0,
    version: target.phaseVersion,
    proposal,
    snapshot: {
      ...snapshotOf({ demand, policy, gate, needs, assessment }, reading.asOf),
      madeFrom: madeFromAll(reading.readiness.facts?.answers ?? []),
    },
  };
}
