import { decisionTopic } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { Announcer } from '../kernel/announce/Announcer';
import { decisionEvent } from './decisionEvent';
import { PilotConfig } from '../kernel/config/config';
import { saveDemandOf } from '../demand/saveDemandOf';
import { TargetWriter } from '../targets/TargetWriter';
import { findTarget } from '../kernel/store/targets/findTargets';
import { LockedTargets } from '../kernel/store/targets/lockTargets';
import { readPolicies } from '../kernel/store/policies/readPolicies';
import { StoredProposal } from '../kernel/store/proposals/proposalRows';
import { keepAdviceOf } from './keepAdvice';
import { PhaseChange, PhaseOutcome, PhaseRefusal } from './PhaseSituation';
import { PhaseOptions, PhaseReading, readPhase } from './readPhases';
import { savePhaseChange } from './savePhaseChange';
import { StoredTarget } from '../kernel/store/targets/targetRows';
import { Measurements } from '../kernel/announce/Measurements';

/** Result of a write about a phase; the reading is of afterwards. */
export interface PhaseWrite {
  readonly reading: PhaseReading;
  /** Reason why nothing was written. */
  readonly refusal?: PhaseRefusal | 'unknown';
  /** True where anything was written; a repeated request writes nothing. */
  readonly changed: boolean;
}

/** A Pilot that is locked, and what it is read with. */
export interface LockedPilot {
  readonly tx: Knex.Transaction;
  readonly locked: LockedTargets;
  readonly target: StoredTarget;
  readonly at: Date;
  readonly options: PhaseOptions;
}

/** The part of the configuration that phases depend on. */
export type PhaseConfig = Pick<PilotConfig, 'approvers' | 'checks' | 'gates'>;

/** Dependencies of writing about phases. */
export interface PhaseWriteDeps {
  readonly targetWriter: TargetWriter;
  readonly config: PhaseConfig;
  readonly announcer: Announcer;
  readonly measurements: Measurements;
}

/**
 * Locks a Pilot, decides with its gate and readiness read under the lock, saves
 * what was decided, and tells of it: one at a time for each Pilot.
 */
export async function writePhase(
  deps: PhaseWriteDeps,
  ref: string,
  decide: (pilot: LockedPilot) => Promise<PhaseOutcome | 'unknown'>,
): Promise<PhaseWrite> {
  const written = await deps.targetWriter.write(ref, async snapshot => {
    const { tx, locked, target, at } = snapshot;
    const policies = await readPolicies(tx);
    const options = { ...deps.config, policies, now: at };
    const pilot = { tx, locked, target, at, options };
    const outcome = await decide(pilot);
    if (outcome === 'unknown' || 'refusal' in outcome) {
      const refusal = outcome === 'unknown' ? outcome : outcome.refusal;
      return { refusal, reading: await readPhase(tx, target, options) };
    }
    const { proposal, change } = outcome;
    if (!change) {
      return { reading: await readPhase(tx, target, options) };
    }
    await save(pilot, proposal, change);
    const reading = await readPhase(tx, (await findTarget(tx, ref))!, options);
    await keepAdviceOf(tx, reading, at);
    return { proposal, reading, at };
  });
  const { reading, refusal, proposal, at } = written;
  if (proposal && at) {
    announce(deps, proposal, reading, at);
  }
  return { reading, refusal, changed: proposal !== undefined };
}

async function save(
  { tx, locked, target, at, options }: LockedPilot,
  proposal: StoredProposal,
  change: PhaseChange,
): Promise<void> {
  await savePhaseChange(tx, target.id, {
    proposal,
    change,
    recordedAt: locked.now,
  });
  if (change.phase) {
    await saveDemandOf(
      tx,
      locked,
      { ...target, fixedPhase: change.phase.fixed },
      { teams: 'none', policies: options.policies, at },
    );
  }
}

function announce(
  { measurements, announcer }: PhaseWriteDeps,
  proposal: StoredProposal,
  { target }: PhaseReading,
  at: Date,
): void {
  const event = decisionEvent(proposal, {
    target: target.ref,
    phase: target.phase ?? 'pilot',
    at,
  });
  measurements.decisionRecorded(event);
  announcer.announce({
    others: [{ topic: decisionTopic, eventPayload: event }],
    targets: [target.ref],
  });
}
