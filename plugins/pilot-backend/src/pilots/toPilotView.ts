import {
  Can,
  Decision,
  DecisionSnapshot,
  DemandTrend,
  phaseTransitions,
  Pilot,
  Proposal,
  Recommendation,
} from '@pilot-to-platform/plugin-pilot-common';
import { changesSince } from './changesSince';
import { approvability, PhaseSituation, proposability } from './PhaseSituation';
import { PhaseReading, situationOf } from './readPhases';
import { readinessSummaryOf } from '../readiness/readinessSummaryOf';
import {
  StoredProposal,
  StoredSnapshot,
} from '../kernel/store/proposals/proposalRows';
import { Caller, owns } from '../kernel/access/Caller';
import { DeclaredPhase } from '../kernel/store/proposals/proposalRows';

/** Facts that the view of a Pilot depends on beside the Pilot itself. */
export interface PilotViewContext {
  readonly caller: Caller;
  readonly isApprover: boolean;
  /** Permissions of the caller for this very Pilot. */
  readonly may: {
    readonly read: boolean;
    readonly propose: boolean;
    readonly decide: boolean;
  };
  readonly approvers: readonly string[];
  readonly trend: DemandTrend;
  /** Reason of the decision about the phase, where there was one. */
  readonly phaseReason: string | null;
  readonly watch: string;
  /** True where the caller may read the readiness behind a proposal. */
  readonly readsSnapshot: (snapshot: StoredSnapshot) => boolean;
}

/** A Pilot in the words of the API. */
export function toPilotView(
  reading: PhaseReading,
  context: PilotViewContext,
): Pilot {
  const { target, demand, statement, asOf } = reading;
  const { approvers, may } = context;
  const known = may.read || !asksForReadiness(reading);
  const situation = situationOf(
    known ? reading : { ...reading, gate: null },
    approvers,
  );
  return {
    target: target.ref,
    title: target.title,
    owner: target.owner,
    asOf: asOf.toISOString(),
    phase: situation.phase,
    phaseSince: target.phaseSince?.toISOString() ?? null,
    phaseFrom: phaseFrom(reading),
    phaseReason: context.phaseReason,
    demand: {
      score: demand.score,
      level: demand.level,
      trend: context.trend,
      counts: demand.counts,
    },
    readiness: may.read
      ? readinessSummaryOf(target, reading.readiness, asOf)
      : null,
    gate: may.read ? reading.gate : null,
    proposal: reading.proposal
      ? toProposalView(reading.proposal, {
          target: target.ref,
          situation,
          context,
        })
      : null,
    recommendation: shownAdvice(reading, may.read),
    handOff: statement.handOff,
    platformScale: statement.platformScale,
    approvers: [...approvers],
    version: target.phaseVersion,
    watch: context.watch,
    can: pilotCan(reading, situation, context),
  };
}

/** True where knowing that a gate is open is knowing of readiness. */
function asksForReadiness({ gate, readiness }: PhaseReading): boolean {
  return readiness.assessment.checks.some(
    ({ definition }) => gate && definition.required.includes(gate.to),
  );
}

function phaseFrom({ target }: PhaseReading): Pilot['phaseFrom'] {
  if (target.fixedPhase === null) {
    return 'derived';
  }
  return target.phaseDecision ? 'decided' : 'declared';
}

function pilotCan(
  { target }: PhaseReading,
  situation: PhaseSituation,
  { caller, may }: PilotViewContext,
): Can {
  const possible = (...of: Parameters<typeof proposability>) => {
    if (!owns(caller, target.owner)) {
      return 'notOwner';
    }
    if (!may.propose) {
      return 'notAllowed';
    }
    return target.mergedInto === null ? proposability(...of) : 'merged';
  };
  return {
    ...Object.fromEntries(
      phaseTransitions.map(to => [to, possible(situation, to, false)]),
    ),
    bypass: possible(situation, 'build-out', true),
  };
}

function toProposalView(
  proposal: StoredProposal,
  of: {
    readonly target: string;
    readonly situation: PhaseSituation;
    readonly context: PilotViewContext;
  },
): Proposal {
  const { target, situation, context } = of;
  const read = context.may.read && context.readsSnapshot(proposal.snapshot);
  const was = shownSnapshot(proposal.snapshot, read);
  return {
    id: proposal.id,
    target,
    from: proposal.from,
    to: proposal.to,
    reason: proposal.reason,
    bypass: proposal.bypass,
    state: proposal.state,
    by: proposal.by,
    at: proposal.at.toISOString(),
    version: proposal.version,
    snapshot: was,
    changed: changesSince(was, shownSnapshot(situation.snapshot, read)),
    can: {
      decide: decidability(proposal, situation, context),
      withdraw: proposal.by === context.caller.user || 'notProposer',
    },
  };
}

/** `gateClosed` and `notStated` leave rejecting. */
function decidability(
  proposal: StoredProposal,
  situation: PhaseSituation,
  { caller, isApprover, may }: PilotViewContext,
): true | string {
  if (!isApprover) {
    return 'notApprover';
  }
  if (!may.decide) {
    return 'notAllowed';
  }
  return proposal.by === caller.user
    ? 'ownProposal'
    : approvability(situation, proposal.to, proposal.bypass);
}

/** Returns the advice, as far as somebody may know what it follows from. */
export function shownAdvice(
  { recommendation, withoutReadiness }: PhaseReading,
  mayRead: boolean,
): Recommendation {
  return mayRead ? recommendation : withoutReadiness;
}

/** Shows a snapshot, without readiness for those who may not read it. */
function shownSnapshot(
  { madeFrom, ...snapshot }: StoredSnapshot,
  mayRead: boolean,
): DecisionSnapshot {
  return mayRead
    ? snapshot
    : {
        ...snapshot,
        readinessHidden: true,
        gate: null,
        needs: null,
        readiness: null,
        weakest: null,
        dimensions: [],
        checks: [],
      };
}

/** A decision in the words of the API. */
export function toDecisionView(
  target: string,
  proposal: StoredProposal & {
    readonly decided: NonNullable<StoredProposal['decided']>;
  },
  mayRead: boolean,
): Decision {
  const { decided, state } = proposal;
  return {
    id: proposal.id,
    target,
    type: state === 'approved' ? 'approved' : 'rejected',
    from: proposal.from,
    to: proposal.to,
    phase: decided.phase,
    bypass: proposal.bypass,
    at: decided.at.toISOString(),
    by: decided.by,
    reason: decided.reason,
    proposed: {
      by: proposal.by,
      at: proposal.at.toISOString(),
      reason: proposal.reason,
    },
    snapshot: shownSnapshot(decided.snapshot, mayRead),
  };
}

/** Shows a phase that the catalog declared, with who adopted it. */
export function toDeclaredView(
  target: string,
  { id, phase, at, actor }: DeclaredPhase,
): Decision {
  return {
    id,
    target,
    type: 'declared',
    from: null,
    to: phase as Decision['to'],
    phase,
    bypass: false,
    at: at.toISOString(),
    by: actor.startsWith('user:') ? actor : null,
    reason: null,
    proposed: null,
    snapshot: null,
  };
}
