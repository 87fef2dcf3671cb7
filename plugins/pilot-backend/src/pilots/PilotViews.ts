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
import { readPolicies } from '../kernel/store/policies/putPolicyInForce';
import { proposalsByIds } from '../kernel/store/proposals/findProposals';
import { Door, Viewer } from '../kernel/access/Door';
import { EntityPermits } from '../kernel/access/EntityPermits';
import { seesAll, sightOf } from '../kernel/access/sightOf';
import { readsSnapshots } from './readsSnapshots';
import { toPilotView } from './toPilotView';
import { Visibility } from '../kernel/access/Visibility';
import { SignalChannel } from '../kernel/announce/SignalChannel';
import { StoredFacts } from '../kernel/store/readiness/readinessRows';
import { StoredTarget } from '../kernel/store/targets/targetRows';

/** What the policy lets somebody do with one Pilot. */
export const pilotPermissionsAsked = {
  read: pilotReadinessReadPermission,
  propose: pilotDecisionProposePermission,
  decide: pilotDecisionDecidePermission,
};

/** Shows Pilots to people, each as far as they may see them. */
export class PilotViews {
  readonly #knex: Knex;
  readonly #door: Door;
  readonly #visibility: Visibility;
  readonly #entityPermits: EntityPermits;
  readonly #watch: SignalChannel;
  readonly #config: Pick<PilotConfig, 'approvers' | 'checks' | 'gates'>;
  readonly #clock: () => Date;

  constructor(options: {
    knex: Knex;
    door: Door;
    visibility: Visibility;
    entityPermits: EntityPermits;
    watch: SignalChannel;
    config: Pick<PilotConfig, 'approvers' | 'checks' | 'gates'>;
    clock: () => Date;
  }) {
    this.#knex = options.knex;
    this.#door = options.door;
    this.#visibility = options.visibility;
    this.#entityPermits = options.entityPermits;
    this.#watch = options.watch;
    this.#config = options.config;
    this.#clock = options.clock;
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
    const policies = await readPolicies(this.#knex);
    const now = this.#clock();
    const sight = sightOf(viewer, this.#visibility);
    const kept = facts && new Map([[target.id, facts]]);
    const options = { ...this.#config, policies, now, sight, kept };
    const reading = await readPhase(this.#knex, target, options);
    return this.#view(reading, viewer, policies);
  }

  /** A Pilot that was read already, as the plugin itself reads it. */
  async of(reading: PhaseReading, viewer: Viewer): Promise<Pilot> {
    return (await seesAll(viewer, this.#visibility))
      ? this.#view(reading, viewer, await readPolicies(this.#knex))
      : this.read(reading.target, viewer);
  }

  async #view(
    reading: PhaseReading,
    viewer: Viewer,
    policies: readonly PolicyInForce[],
  ): Promise<Pilot> {
    const { target, asOf, proposal, demand } = reading;
    const may = await this.#entityPermits.of(
      pilotPermissionsAsked,
      target.ref,
      viewer.credentials,
    );
    const earlier = daysBefore(asOf, trendDays);
    const past = await demandsAt(this.#knex, [target], [earlier], policies);
    const trend = trendOf(demand.score, past.get(target.id)![0].score);
    return toPilotView(reading, {
      caller: viewer.caller,
      isApprover: this.#door.isApprover(viewer),
      may,
      approvers: this.#config.approvers,
      trend,
      phaseReason: await this.#reasonOf(target),
      watch: this.#watch.of(target.ref),
      readsSnapshot: proposal
        ? await readsSnapshots([proposal.snapshot], viewer, this.#visibility)
        : () => true,
    });
  }

  async #reasonOf({ phaseDecision }: StoredTarget): Promise<string | null> {
    if (!phaseDecision) {
      return null;
    }
    const found = await proposalsByIds(this.#knex, [phaseDecision]);
    return found.get(phaseDecision)?.decided?.reason ?? null;
  }
}
