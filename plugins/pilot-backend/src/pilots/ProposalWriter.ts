import { decisionTopic } from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { Announcer } from '../kernel/announce/Announcer';
import { decisionEvent } from './decisionEvent';
import { PilotConfig } from '../kernel/config/config';
import { saveDemandOf } from '../demand/saveDemandOf';
import { refuseMerged } from '../targets/refuseMerged';
import { Measurements } from '../kernel/announce/Measurements';
import { messagesForDecision, messagesForProposal } from './messagesForPhase';
import { queueMessages } from '../kernel/announce/queueMessages';
import { Clock } from '../kernel/clock/Clock';
import { inTransaction } from '../kernel/store/dialect';
import { findTarget } from '../kernel/store/targets/findTargets';
import { interestedAuthors } from '../kernel/store/interests/findAuthors';
import {
  lockedTarget,
  LockedTargets,
  lockTargets,
} from '../kernel/store/targets/lockTargets';
import { readPolicies } from '../kernel/store/policies/putPolicyInForce';
import { findProposal } from '../kernel/store/proposals/findProposals';
import { StoredProposal } from '../kernel/store/proposals/proposalRows';
import { decideDecision, DecisionCommand } from './decideDecision';
import { decideProposal, ProposalCommand } from './decideProposal';
import { decideWithdrawal } from './decideWithdrawal';
import { keepAdviceOf } from './keepAdvice';
import { PhaseChange, PhaseOutcome, PhaseRefusal } from './PhaseSituation';
import {
  PhaseOptions,
  PhaseReading,
  readPhase,
  situationOf,
} from './readPhases';
import { savePhaseChange } from './savePhaseChange';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** What a write about a phase came to; the reading is of afterwards. */
export interface PhaseWritten {
  readonly reading: PhaseReading;
  /** Why nothing was written. */
  readonly refusal?: PhaseRefusal | 'unknown';
  /** Whether anything was written; a repeated request writes nothing. */
  readonly changed: boolean;
}

/** What a proposal or decision finds, locked. */
interface Found {
  readonly tx: Knex.Transaction;
  readonly locked: LockedTargets;
  readonly target: StoredTarget;
  readonly at: Date;
  readonly options: PhaseOptions;
}

/** The part of the configuration that phases depend on. */
export type PhaseConfig = Pick<PilotConfig, 'approvers' | 'checks' | 'gates'>;

interface Deps {
  readonly knex: Knex;
  readonly config: PhaseConfig;
  readonly announcer: Announcer;
  readonly measurements: Measurements;
  readonly clock: Clock;
}

/**
 * Proposals and decisions of people who may: one at a time for each Pilot, gate
 * and readiness read under its lock.
 */
export class ProposalWriter {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async propose(
    ref: string,
    command: Omit<ProposalCommand, 'newId'>,
  ): Promise<PhaseWritten> {
    const { approvers } = this.#deps.config;
    return this.#write(ref, async ({ tx, locked, target, at, options }) => {
      const reading = await readPhase(tx, target, options);
      const outcome = decideProposal(
        situationOf(reading, approvers),
        { ...command, newId: randomUUID() },
        at,
      );
      if ('change' in outcome && outcome.change) {
        const messages = messagesForProposal(
          outcome.proposal,
          target,
          approvers,
          at,
        );
        await queueMessages(tx, messages, locked.now);
      }
      return outcome;
    });
  }

  async decide(
    ref: string,
    id: string,
    command: DecisionCommand,
  ): Promise<PhaseWritten> {
    const { approvers } = this.#deps.config;
    return this.#write(ref, async ({ tx, locked, target, at, options }) => {
      const proposal = await findProposal(tx, target.id, id);
      if (!proposal) {
        return 'unknown';
      }
      const reading = await readPhase(tx, target, options);
      const situation = situationOf(reading, approvers);
      const outcome = decideDecision(situation, proposal, command, at);
      if ('change' in outcome && outcome.change) {
        const authors = await interestedAuthors(tx, target.id);
        const messages = messagesForDecision(
          outcome.proposal,
          target,
          authors,
          at,
        );
        await queueMessages(tx, messages, locked.now);
      }
      return outcome;
    });
  }

  /** Takes a proposal back, for whoever made it. */
  async withdraw(ref: string, id: string, by: string): Promise<PhaseWritten> {
    return this.#write(ref, async ({ tx, target, at }) => {
      const proposal = await findProposal(tx, target.id, id);
      return proposal
        ? decideWithdrawal(proposal, target.phaseVersion, { by, at })
        : 'unknown';
    });
  }

  async #write(
    ref: string,
    decide: (found: Found) => Promise<PhaseOutcome | 'unknown'>,
  ): Promise<PhaseWritten> {
    const written = await inTransaction(this.#deps.knex, async tx => {
      const locked = await lockTargets(tx, [ref], this.#deps.clock);
      const { now } = locked;
      const target = lockedTarget(locked, ref);
      await refuseMerged(tx, target);
      const at = new Date(Math.max(now.getTime(), target.lastAt.getTime()));
      const policies = await readPolicies(tx);
      const options = { ...this.#deps.config, policies, now: at };
      const found = { tx, locked, target, at, options };
      const outcome = await decide(found);
      if (outcome === 'unknown' || 'refusal' in outcome) {
        const refusal = outcome === 'unknown' ? outcome : outcome.refusal;
        return { refusal, reading: await readPhase(tx, target, options) };
      }
      const { proposal, change } = outcome;
      if (!change) {
        return { reading: await readPhase(tx, target, options) };
      }
      await this.#save(found, proposal, change, now);
      const reading = await readPhase(
        tx,
        (await findTarget(tx, ref))!,
        options,
      );
      await keepAdviceOf(tx, reading, at);
      return { proposal, reading, at };
    });
    const { reading, refusal, proposal, at } = written;
    if (proposal && at) {
      this.#announce(proposal, reading, at);
    }
    return { reading, refusal, changed: proposal !== undefined };
  }

  async #save(
    { tx, locked, target, at, options }: Found,
    proposal: StoredProposal,
    change: PhaseChange,
    recordedAt: Date,
  ): Promise<void> {
    await savePhaseChange(tx, target.id, { proposal, change, recordedAt });
    if (change.phase) {
      await saveDemandOf(
        tx,
        locked,
        { ...target, fixedPhase: change.phase.fixed },
        { teams: 'none', policies: options.policies, at },
      );
    }
  }

  #announce(
    proposal: StoredProposal,
    { target }: PhaseReading,
    at: Date,
  ): void {
    const event = decisionEvent(proposal, {
      target: target.ref,
      phase: target.phase ?? 'pilot',
      at,
    });
    this.#deps.measurements.decisionRecorded(event);
    this.#deps.announcer.announce({
      others: [{ topic: decisionTopic, eventPayload: event }],
      targets: [target.ref],
    });
  }
}
