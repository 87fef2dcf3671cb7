import { Demand, Policy } from '@pilot-to-platform/plugin-pilot-common';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { CallOptions } from '../kernel/access/CallOptions';
import { Door } from '../kernel/access/Door';
import { TeamRules } from '../kernel/access/TeamRules';
import { Announcer } from '../kernel/announce/Announcer';
import { PilotConfig } from '../kernel/config/config';
import { readPolicies } from '../kernel/store/policies/readPolicies';
import { entityFacts } from '../targets/entityFacts';
import { CatalogMirror } from '../targets/CatalogMirror';
import { SettingsCheck } from '../targets/SettingsCheck';
import { DemandViews } from './DemandViews';
import { DemandReading, readDemand } from './readDemand';

interface Deps {
  readonly knex: Knex;
  readonly config: PilotConfig;
  readonly mirror: CatalogMirror;
  readonly announcer: Announcer;
  readonly door: Door;
  readonly views: DemandViews;
  readonly teams: TeamRules;
  readonly settings: SettingsCheck;
  readonly clock: () => Date;
}

/** The demand for one entity, and the policy that scores it, for those who may know. */
export class DemandService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /**
   * The demand for an entity at an instant; now if none is given.
   *
   * @throws InputError for a kind that is no target
   * @throws NotFoundError for an entity that the caller cannot see
   */
  async of(
    ref: string,
    asOf: Date | undefined,
    { credentials }: CallOptions,
  ): Promise<Demand> {
    const { door, views } = this.#deps;
    const viewer = await door.reader(credentials);
    const entity = await door.target(ref, viewer);
    const reading = await this.#read(entity, asOf);
    return views.of(entityFacts(entity), reading, viewer);
  }

  /** The policy in force, and what it makes of whoever asks. */
  async policy({ credentials }: CallOptions): Promise<Policy> {
    const { door, settings, teams } = this.#deps;
    const viewer = await door.viewer(credentials);
    const { caller } = viewer;
    return {
      ...(await this.#policy(await teams.teamTypes())),
      caller: {
        teams: await teams.teamsOf(caller),
        groups: caller.ownership.filter(ref => ref.startsWith('group:')),
        approver: viewer.isApprover,
      },
      ...(viewer.rights.admin && {
        problems: await settings.problems(),
      }),
    };
  }

  async #read(entity: Entity, asOf: Date | undefined): Promise<DemandReading> {
    const { knex, mirror, announcer, clock } = this.#deps;
    const now = clock();
    const seen = await mirror.observeForReading(entity);
    if (seen.changed) {
      announcer.announce();
    }
    const target = seen.target ?? { ref: stringifyEntityRef(entity) };
    const policies = await readPolicies(knex);
    return readDemand(knex, target, { policies, now, asOf });
  }

  /** @param teamTypes - what Groups can be teams by now; nothing where all can */
  async #policy(teamTypes: readonly string[] | undefined): Promise<Policy> {
    const { knex, config } = this.#deps;
    const current = (await readPolicies(knex)).at(-1)!;
    return {
      fingerprint: current.fingerprint,
      since: current.since.toISOString(),
      demand: current.policy,
      interest: {
        allowedKinds: [...config.allowedKinds],
        confirmAfterDays: config.confirmAfterDays,
        childTeams: config.childTeams,
        ...(teamTypes && { teamTypes: [...teamTypes] }),
      },
      privacy: { showAuthors: config.showAuthors },
      decisions: {
        approvers: [...config.approvers],
        gates: config.gates,
      },
      readiness: { waiverDays: config.waiverDays },
    };
  }
}
