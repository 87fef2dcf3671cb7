import {
  Pilot,
  pilotDecisionDecidePermission,
  pilotDecisionProposePermission,
  pilotReadinessReadPermission,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { PilotConfig } from '../config';
import { readSummaries } from '../demand/readSummaries';
import { PhaseReading, readPhase } from '../phases/readPhases';
import { readPolicies } from '../store/operations/policies';
import { proposalsByIds } from '../store/operations/proposals';
import { StoredTarget } from '../store/rows';
import { Door, Viewer } from './Door';
import { EntityPermits } from './EntityPermits';
import { toPilotView } from './toPilotView';
import { Watch } from './Watch';

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
  readonly #entityPermits: EntityPermits;
  readonly #watch: Watch;
  readonly #config: Pick<PilotConfig, 'approvers' | 'checks' | 'gates'>;
  readonly #clock: () => Date;

  constructor(options: {
    knex: Knex;
    door: Door;
    entityPermits: EntityPermits;
    watch: Watch;
    config: Pick<PilotConfig, 'approvers' | 'checks' | 'gates'>;
    clock: () => Date;
  }) {
    this.#knex = options.knex;
    this.#door = options.door;
    this.#entityPermits = options.entityPermits;
    this.#watch = options.watch;
    this.#config = options.config;
    this.#clock = options.clock;
  }

  /** A Pilot as it stands now. */
  async read(target: StoredTarget, viewer: Viewer): Promise<Pilot> {
    const policies = await readPolicies(this.#knex);
    const now = this.#clock();
    const options = { ...this.#config, policies, now };
    return this.of(await readPhase(this.#knex, target, options), viewer);
  }

  /** A Pilot that was read already. */
  async of(reading: PhaseReading, viewer: Viewer): Promise<Pilot> {
    const { target, asOf } = reading;
    const may = await this.#entityPermits.of(
      pilotPermissionsAsked,
      target.ref,
      viewer.credentials,
    );
    const [{ trend }] = await readSummaries(this.#knex, [target], {
      policies: await readPolicies(this.#knex),
      now: asOf,
      weeks: false,
    });
    return toPilotView(reading, {
      caller: viewer.caller,
      isApprover: this.#door.isApprover(viewer),
      may,
      approvers: this.#config.approvers,
      trend,
      phaseReason: await this.#reasonOf(target),
      watch: this.#watch.of(target.ref),
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
