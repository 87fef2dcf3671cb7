import {
  Pilot,
  pilotDecisionDecidePermission,
  pilotDecisionProposePermission,
  pilotReadinessReadPermission,
  PolicyInForce,
  trendOf,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { PilotConfig } from '../kernel/config/config';
import { daysBefore, trendDays } from '../demand/daysBefore';
import { demandsAt } from '../demand/demandsAt';
import { PhaseReading, readPhase } from './readPhases';
import { readPolicies } from '../kernel/store/policies/readPolicies';
import { proposalsByIds } from '../kernel/store/proposals/findProposals';
import { Viewer } from '../kernel/access/Viewer';
import { readsSnapshots } from './readsSnapshots';
import { toPilotView } from './toPilotView';
import { SignalChannel } from '../kernel/announce/SignalChannel';
import { StoredFacts } from '../kernel/store/readiness/readinessRows';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** Permissions that decide what somebody may do with one Pilot. */
export const pilotPermissionsAsked = {
  read: pilotReadinessReadPermission,
  propose: pilotDecisionProposePermission,
  decide: pilotDecisionDecidePermission,
};

interface Deps {
  readonly knex: Knex;
  readonly watch: SignalChannel;
  readonly config: Pick<PilotConfig, 'approvers' | 'checks' | 'gates'>;
  readonly clock: () => Date;
}

/** Shows Pilots to people, each as far as they may see them. */
export class PilotViews {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /**
   * A Pilot as it stands now.
   *
   * @param facts - what the sources said of it, where that is in hand already
   */
  async read(
    target: StoredTarget,
    viewer: Viewer,
    facts?: StoredFacts,
  ): Promise<Pilot> {
    const policies = await readPolicies(this.#deps.knex);
    const now = this.#deps.clock();
    const { sight } = viewer;
    const kept = facts && new Map([[target.id, facts]]);
    const options = { ...this.#deps.config, policies, now, sight, kept };
    const reading = await readPhase(this.#deps.knex, target, options);
    return this.#view(reading, viewer, policies);
  }

  /** A Pilot that was read already, as the plugin itself reads it. */
  async of(reading: PhaseReading, viewer: Viewer): Promise<Pilot> {
    return (await viewer.seesAnswers())
      ? this.#view(reading, viewer, await readPolicies(this.#deps.knex))
      : this.read(reading.target, viewer);
  }

  async #view(
    reading: PhaseReading,
    viewer: Viewer,
    policies: readonly PolicyInForce[],
  ): Promise<Pilot> {
    const { target, asOf, proposal, demand } = reading;
    const may = await viewer.may(pilotPermissionsAsked, target.ref);
    const earlier = daysBefore(asOf, trendDays);
    const past = await demandsAt(
      this.#deps.knex,
      [target],
      [earlier],
      policies,
    );
    const trend = trendOf(demand.score, past.get(target.id)![0].score);
    return toPilotView(reading, {
      caller: viewer.caller,
      isApprover: viewer.isApprover,
      may,
      approvers: this.#deps.config.approvers,
      trend,
      phaseReason: await this.#reasonOf(target),
      watch: this.#deps.watch.of(target.ref),
      readsSnapshot: proposal
        ? await readsSnapshots([proposal.snapshot], viewer)
        : () => true,
    });
  }

  async #reasonOf({ phaseDecision }: StoredTarget): Promise<string | null> {
    if (!phaseDecision) {
      return null;
    }
    const found = await proposalsByIds(this.#deps.knex, [phaseDecision]);
    return found.get(phaseDecision)?.decided?.reason ?? null;
  }
}
