import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  Demand,
  InterestPage,
  pilotInterestCreatePermission,
  pilotInterestReadPermission,
  pilotInterestUpdatePermission,
  Policy,
  Recorded,
  RecordInterestCommand,
} from '@pilot-to-platform/plugin-pilot-common';
import { entityFacts } from '../catalog/entityFacts';
import { DemandReading } from '../demand/readDemand';
import { decideConfirm } from '../interest/decideConfirm';
import { decideWithdraw } from '../interest/decideWithdraw';
import { InterestFilter } from '../store/operations/listInterests';
import { StoredInterest, StoredTarget } from '../store/rows';
import { Caller, owns } from './Caller';
import { DefaultPilotService, WriteResult } from './DefaultPilotService';
import { InterestLister } from './InterestLister';
import { Permits, requirePermission, Rights } from './Permits';
import { TeamRules } from './TeamRules';
import { Visibility } from './Visibility';

/** Who asks. */
export interface Asked {
  readonly credentials: BackstageCredentials;
}

interface Viewer extends Asked {
  readonly caller: Caller;
  readonly rights: Rights;
}

/**
 * The one door to the suite: decides who may, with the permission framework,
 * the catalog as the caller sees it, and the domain's own rules, and hands on.
 * What cannot be seen answers like what does not exist.
 */
export class AuthorizedPilotService {
  readonly #service: DefaultPilotService;
  readonly #lister: InterestLister;
  readonly #visibility: Visibility;
  readonly #permits: Permits;
  readonly #teams: TeamRules;
  readonly #allowedKinds: readonly string[];

  constructor(options: {
    service: DefaultPilotService;
    lister: InterestLister;
    visibility: Visibility;
    permits: Permits;
    teams: TeamRules;
    allowedKinds: readonly string[];
  }) {
    this.#service = options.service;
    this.#lister = options.lister;
    this.#visibility = options.visibility;
    this.#permits = options.permits;
    this.#teams = options.teams;
    this.#allowedKinds = options.allowedKinds;
  }

  /**
   * @throws InputError for a kind that is no target
   * @throws NotFoundError for an entity that the caller cannot see
   * @throws NotAllowedError for a team that is not the caller's
   */
  async record(
    ref: string,
    command: RecordInterestCommand,
    { credentials }: Asked,
  ): Promise<Recorded & { created: boolean }> {
    const viewer = await this.#viewer(credentials);
    const { caller, rights } = viewer;
    requirePermission(pilotInterestCreatePermission, rights.create);
    const entity = await this.#target(ref, credentials);
    const onBehalf = await this.#teams.isOnBehalf(command.team, caller, viewer);
    const result = await this.#service.record({
      entity,
      command,
      caller,
      onBehalf,
    });
    return {
      ...(await this.#recorded(result, entity, viewer)),
      created: result.created,
    };
  }

  /** Withdraws an interest of the caller's, also in a target that is gone. */
  async withdraw(id: string, { credentials }: Asked): Promise<Recorded> {
    const viewer = await this.#viewer(credentials);
    return this.#changeOwn(id, viewer, decideWithdraw);
  }

  /** Says that an interest of the caller's is still needed. */
  async confirm(id: string, { credentials }: Asked): Promise<Recorded> {
    const viewer = await this.#viewer(credentials);
    requirePermission(pilotInterestUpdatePermission, viewer.rights.update);
    return this.#changeOwn(id, viewer, decideConfirm);
  }

  /** Interests that the caller may see, newest first, and always their own. */
  async listInterests(
    query: InterestFilter & { cursor?: string; limit: number },
    { credentials }: Asked,
  ): Promise<InterestPage> {
    const caller = await this.#permits.caller(credentials);
    const author = query.author === 'me' ? caller.user : query.author;
    if (author !== caller.user) {
      await this.#permits.require(pilotInterestReadPermission, credentials);
    }
    const page = await this.#lister.list(
      { ...query, author },
      { caller, credentials },
    );
    return {
      items: await this.#service.views(page.items, caller),
      ...(page.nextCursor ? { nextCursor: page.nextCursor } : {}),
    };
  }

  async demand(
    ref: string,
    asOf: Date | undefined,
    { credentials }: Asked,
  ): Promise<Demand> {
    const viewer = await this.#viewer(credentials);
    requirePermission(pilotInterestReadPermission, viewer.rights.read);
    const entity = await this.#target(ref, credentials);
    const reading = await this.#service.demand(entity, asOf);
    return this.#demandView(reading, entity, viewer);
  }

  async policy(_asked: Asked): Promise<Policy> {
    return this.#service.policy();
  }

  /** Lets services and administrators pass who may import and export. */
  async requireAdmin({ credentials }: Asked): Promise<void> {
    await this.#permits.requireAdmin(credentials);
  }

  async #viewer(credentials: BackstageCredentials): Promise<Viewer> {
    const [caller, rights] = await Promise.all([
      this.#permits.caller(credentials),
      this.#permits.rights(credentials),
    ]);
    return { caller, credentials, rights };
  }

  async #target(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<Entity> {
    const { kind } = parseEntityRef(ref);
    if (
      !this.#allowedKinds.some(
        allowed => allowed.toLocaleLowerCase('en-US') === kind,
      )
    ) {
      throw new InputError(
        `kind: interest can be in ${this.#allowedKinds.join(
          ', ',
        )}, and not in ${kind}`,
      );
    }
    const entity = await this.#visibility.entity(ref, credentials);
    if (!entity) {
      throw new NotFoundError(
        `There is no ${ref} in the catalog that you can see`,
      );
    }
    return entity;
  }

  async #changeOwn(
    id: string,
    viewer: Viewer,
    decide: Parameters<DefaultPilotService['change']>[3],
  ): Promise<Recorded> {
    const { caller, credentials } = viewer;
    const found = await this.#lister.find(id);
    const entity =
      found && (await this.#visibility.entity(found.target.ref, credentials));
    this.#requireAuthor(id, found, entity, caller);
    const result = await this.#service.change(
      found!.target.ref,
      id,
      caller,
      decide,
    );
    return this.#recorded(result, entity, viewer);
  }

  #requireAuthor(
    id: string,
    found: { interest: StoredInterest; target: StoredTarget } | undefined,
    entity: Entity | undefined,
    caller: Caller,
  ): void {
    if (found?.interest.author === caller.user) {
      return;
    }
    if (!found || !entity) {
      throw new NotFoundError(`There is no interest ${id} that you can see`);
    }
    throw new NotAllowedError('Only its author can change an interest');
  }

  async #recorded(
    result: WriteResult,
    entity: Entity | undefined,
    viewer: Viewer,
  ): Promise<Recorded> {
    const { interest, reading } = result;
    return entity && viewer.rights.read
      ? { interest, demand: await this.#demandView(reading, entity, viewer) }
      : { interest };
  }

  async #demandView(
    reading: DemandReading,
    entity: Entity,
    viewer: Viewer,
  ): Promise<Demand> {
    const { caller, credentials } = viewer;
    const facts = entityFacts(entity);
    const isVisible = await this.#visibility.ofRefs(
      reading.rollUp.map(({ target }) => target),
      credentials,
    );
    return this.#service.demandView(facts.ref, reading, isVisible, {
      record: await this.#teams.canRecord(caller, viewer),
      triage: owns(caller, facts.owner) ? true : 'notOwner',
    });
  }
}
