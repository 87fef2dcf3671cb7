import { Entity } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  DecideCommand,
  Pilot,
  pilotDecisionDecidePermission,
  pilotDecisionProposePermission,
  pilotReadinessReadPermission,
  PhaseTransition,
  ProposeCommand,
} from '@pilot-to-platform/plugin-pilot-common';
import { randomUUID } from 'node:crypto';
import { CatalogMirror } from '../targets/CatalogMirror';
import { messagesForDecision, messagesForProposal } from './messagesForPhase';
import { queueMessages } from '../kernel/announce/queueMessages';
import { interestedAuthors } from '../kernel/store/interests/findAuthors';
import { findProposal } from '../kernel/store/proposals/findProposals';
import { decideDecision, DecisionCommand } from './decideDecision';
import { decideProposal, ProposalCommand } from './decideProposal';
import { decideWithdrawal } from './decideWithdrawal';
import { readPhase, situationOf } from './readPhases';
import { PhaseWrite, PhaseWriteDeps, writePhase } from './writePhase';
import { ConflictWithCurrentError } from '../kernel/http/ConflictWithCurrentError';
import { CallOptions } from '../kernel/access/CallOptions';
import { Door } from '../kernel/access/Door';
import { Viewer } from '../kernel/access/Viewer';
import { withMergeTarget } from '../targets/withMergeTarget';
import { requirePermission } from '../kernel/access/Permits';
import { describeRefusal } from './phaseRefusals';
import { PilotViews } from './PilotViews';
import { StoredFacts } from '../kernel/store/readiness/readinessRows';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** Collects what has to be collected; what is kept already, if nothing had. */
type Collect = (
  entity: Entity,
  target: StoredTarget,
) => Promise<StoredFacts | undefined>;

interface Deps extends PhaseWriteDeps {
  readonly door: Door;
  readonly mirror: CatalogMirror;
  readonly pilotViews: PilotViews;
  /** Asks the automatic sources about what they were never asked, or states something else. */
  readonly collect: Collect;
}

/**
 * Reads the phases of Pilots, and takes proposals and decisions about them:
 * owners propose, approvers decide what others proposed, and everybody who sees
 * a Pilot and may read interest sees its phase.
 */
export class PhaseService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** @throws NotFoundError for a Pilot that the caller cannot see */
  async pilot(ref: string, { credentials }: CallOptions): Promise<Pilot> {
    const viewer = await this.#deps.door.reader(credentials);
    const { target, facts } = await this.#collected(ref, viewer);
    return this.#deps.pilotViews.read(target, viewer, facts);
  }

  /**
   * @throws NotAllowedError for who does not own the Pilot
   * @throws ConflictWithCurrentError where it cannot be proposed now
   */
  async propose(
    ref: string,
    command: ProposeCommand,
    { credentials }: CallOptions,
  ): Promise<{ pilot: Pilot; created: boolean }> {
    const viewer = await this.#deps.door.reader(credentials);
    const { target } = await this.#collected(ref, viewer);
    if (!viewer.owns(target.owner)) {
      throw new NotAllowedError(
        `Only the owner of ${target.ref} can propose another phase for it`,
      );
    }
    await this.#require('propose', target.ref, viewer);
    const { to, reason, bypass = false, version } = command;
    const by = viewer.caller.user;
    await this.#requireSight(target, viewer, ({ can }) =>
      can[bypass ? 'bypass' : to] === 'gateClosed' ? to : undefined,
    );
    const written = await this.#written(
      () =>
        this.#saveProposal(target.ref, {
          to,
          reason,
          bypass,
          version,
          by,
        }),
      viewer,
      to,
    );
    return {
      pilot: await this.#deps.pilotViews.of(written.reading, viewer),
      created: written.changed,
    };
  }

  /**
   * @throws NotAllowedError for who is no approver, or proposed it
   * @throws ConflictWithCurrentError where it is decided already, or its gate
   *   closed since
   */
  async decide(
    ref: string,
    id: string,
    command: DecideCommand,
    { credentials }: CallOptions,
  ): Promise<Pilot> {
    const viewer = await this.#deps.door.reader(credentials);
    if (!viewer.isApprover) {
      throw new NotAllowedError('Only approvers decide about proposals');
    }
    const { target } = await this.#collected(ref, viewer);
    await this.#require('decide', target.ref, viewer);
    const by = viewer.caller.user;
    await this.#requireSight(target, viewer, ({ proposal }) =>
      command.decision === 'approve' && proposal?.can.decide === 'gateClosed'
        ? proposal.to
        : undefined,
    );
    const { reading } = await this.#written(
      () => this.#saveDecision(target.ref, id, { ...command, by }),
      viewer,
    );
    return this.#deps.pilotViews.of(reading, viewer);
  }

  /**
   * @throws NotAllowedError for who did not make it
   * @throws ConflictWithCurrentError where it is decided already
   */
  async withdraw(
    ref: string,
    id: string,
    { credentials }: CallOptions,
  ): Promise<Pilot> {
    const viewer = await this.#deps.door.reader(credentials);
    const { target } = await this.#collected(ref, viewer);
    const { reading } = await this.#written(
      () => this.#saveWithdrawal(target.ref, id, viewer.caller.user),
      viewer,
    );
    return this.#deps.pilotViews.of(reading, viewer);
  }

  /** The Pilot as the catalog says now, with what its sources said where they had not to be asked. */
  async #collected(
    ref: string,
    viewer: Viewer,
  ): Promise<{ target: StoredTarget; facts?: StoredFacts }> {
    const entity = await this.#deps.door.target(ref, viewer);
    const { target, changed } = await this.#deps.mirror.observe(entity);
    if (changed) {
      this.#deps.announcer.announce();
    }
    return { target, facts: await this.#deps.collect(entity, target) };
  }

  async #require(
    action: 'propose' | 'decide',
    ref: string,
    viewer: Viewer,
  ): Promise<void> {
    const permission = {
      propose: pilotDecisionProposePermission,
      decide: pilotDecisionDecidePermission,
    }[action];
    const { allowed } = await viewer.may({ allowed: permission }, ref);
    requirePermission(permission, allowed);
  }

  /**
   * Requires that the viewer sees all that a gate depends on and may read
   * readiness. Nobody else can open it, nor find out by trying whether it is
   * open.
   *
   * @throws ConflictWithCurrentError where it is closed, as far as they know
   */
  async #requireSight(
    target: StoredTarget,
    viewer: Viewer,
    closedTo: (pilot: Pilot) => PhaseTransition | undefined,
  ): Promise<void> {
    const { read } = await viewer.may(
      { read: pilotReadinessReadPermission },
      target.ref,
    );
    if (read && (await viewer.seesAnswers())) {
      return;
    }
    const current = await this.#deps.pilotViews.read(target, viewer);
    const to = closedTo(current);
    if (to) {
      const message = describeRefusal('gateClosed', current, to);
      throw new ConflictWithCurrentError(message, current);
    }
  }

  /** Returns the write; turns a refusal into the error that says why. */
  async #written(
    write: () => Promise<PhaseWrite>,
    viewer: Viewer,
    to?: PhaseTransition,
  ): Promise<PhaseWrite> {
    const written = await withMergeTarget(write, viewer);
    const { refusal, reading } = written;
    if (!refusal) {
      return written;
    }
    if (refusal === 'unknown') {
      throw new NotFoundError(
        `There is no such proposal for ${reading.target.ref}`,
      );
    }
    const current = await this.#deps.pilotViews.of(reading, viewer);
    const message = describeRefusal(
      refusal,
      current,
      to ?? current.proposal?.to,
    );
    if (refusal === 'ownProposal' || refusal === 'notProposer') {
      throw new NotAllowedError(message);
    }
    throw new ConflictWithCurrentError(message, current);
  }

  #saveProposal(
    ref: string,
    command: Omit<ProposalCommand, 'newId'>,
  ): Promise<PhaseWrite> {
    const { approvers } = this.#deps.config;
    return writePhase(this.#deps, ref, async pilot => {
      const { tx, locked, target, at, options } = pilot;
      const outcome = decideProposal(
        situationOf(await readPhase(tx, target, options), approvers),
        { ...command, newId: randomUUID() },
        at,
      );
      if ('change' in outcome && outcome.change) {
        const { proposal } = outcome;
        const messages = messagesForProposal(proposal, target, approvers, at);
        await queueMessages(tx, messages, locked.now);
      }
      return outcome;
    });
  }

  #saveDecision(
    ref: string,
    id: string,
    command: DecisionCommand,
  ): Promise<PhaseWrite> {
    const { approvers } = this.#deps.config;
    return writePhase(this.#deps, ref, async pilot => {
      const { tx, locked, target, at, options } = pilot;
      const found = await findProposal(tx, target.id, id);
      if (!found) {
        return 'unknown';
      }
      const reading = await readPhase(tx, target, options);
      const situation = situationOf(reading, approvers);
      const outcome = decideDecision(situation, found, command, at);
      if ('change' in outcome && outcome.change) {
        const authors = await interestedAuthors(tx, target.id);
        const { proposal } = outcome;
        const messages = messagesForDecision(proposal, target, authors, at);
        await queueMessages(tx, messages, locked.now);
      }
      return outcome;
    });
  }

  #saveWithdrawal(ref: string, id: string, by: string): Promise<PhaseWrite> {
    return writePhase(this.#deps, ref, async ({ tx, target, at }) => {
      const proposal = await findProposal(tx, target.id, id);
      return proposal
        ? decideWithdrawal(proposal, target.phaseVersion, { by, at })
        : 'unknown';
    });
  }
}
