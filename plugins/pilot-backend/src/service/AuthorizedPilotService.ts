import {
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import {
  Demand,
  InterestPage,
  pilotAdminPermission,
  pilotInterestCreateOnBehalfPermission,
  pilotInterestCreatePermission,
  pilotInterestReadPermission,
  pilotInterestUpdatePermission,
  Policy,
  Recorded,
  RecordInterestCommand,
} from '@pilot-to-platform/plugin-pilot-common';
import { PilotConfig } from '../config';
import { DemandReading } from '../demand/readDemand';
import { decideConfirm } from '../interest/decideConfirm';
import { decideWithdraw } from '../interest/decideWithdraw';
import { InterestFilter } from '../store/operations/listInterests';
import { StoredInterest, StoredTarget } from '../store/rows';
import { entityFacts } from '../catalog/entityFacts';
import { Caller, owns } from './Caller';
import {
  DefaultPilotService,
  demandCan,
  WriteResult,
} from './DefaultPilotService';
import { InterestLister } from './InterestLister';
import { Visibility } from './Visibility';

/** Who asks. */
export interface Asked {
  readonly credentials: BackstageCredentials;
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
  readonly #permissions: PermissionsService;
  readonly #userInfo: UserInfoService;
  readonly #auth: AuthService;
  readonly #config: PilotConfig;

  constructor(options: {
    service: DefaultPilotService;
    lister: InterestLister;
    visibility: Visibility;
    permissions: PermissionsService;
    userInfo: UserInfoService;
    auth: AuthService;
    config: PilotConfig;
  }) {
    this.#service = options.service;
    this.#lister = options.lister;
    this.#visibility = options.visibility;
    this.#permissions = options.permissions;
    this.#userInfo = options.userInfo;
    this.#auth = options.auth;
    this.#config = options.config;
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
    const caller = await this.#caller(credentials);
    await this.#demandPermission(pilotInterestCreatePermission, credentials);
    const entity = await this.#target(ref, credentials);
    const onBehalf = await this.#isOnBehalf(command.team, caller, credentials);
    const result = await this.#service.record({
      entity,
      command,
      caller,
      onBehalf,
    });
    return {
      ...(await this.#recorded(result, entity, caller, credentials)),
      created: result.created,
    };
  }

  /** Withdraws an interest of the caller's, also in a target that is gone. */
  async withdraw(id: string, asked: Asked): Promise<Recorded> {
    return this.#changeOwn(id, asked, decideWithdraw);
  }

  /** Says that an interest of the caller's is still needed. */
  async confirm(id: string, asked: Asked): Promise<Recorded> {
    await this.#demandPermission(
      pilotInterestUpdatePermission,
      asked.credentials,
    );
    return this.#changeOwn(id, asked, decideConfirm);
  }

  /** Interests that the caller may see, newest first, and always their own. */
  async listInterests(
    query: InterestFilter & { cursor?: string; limit: number },
    { credentials }: Asked,
  ): Promise<InterestPage> {
    const caller = await this.#caller(credentials);
    const author = query.author === 'me' ? caller.user : query.author;
    if (author !== caller.user) {
      await this.#demandPermission(pilotInterestReadPermission, credentials);
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
    const caller = await this.#caller(credentials);
    await this.#demandPermission(pilotInterestReadPermission, credentials);
    const entity = await this.#target(ref, credentials);
    const reading = await this.#service.demand(entity, asOf);
    return this.#demandView(reading, entity, caller, credentials);
  }

  async policy(_asked: Asked): Promise<Policy> {
    return this.#service.policy();
  }

  /**
   * Lets services with the permission pass, and people only where the
   * permission framework says that they are administrators.
   */
  async requireAdmin({ credentials }: Asked): Promise<void> {
    const isPerson = this.#auth.isPrincipal(credentials, 'user');
    if (isPerson && !this.#config.permissionsEnabled) {
      throw new NotAllowedError(
        'This needs a service token: with permission.enabled off, nobody is known to be an administrator',
      );
    }
    await this.#demandPermission(pilotAdminPermission, credentials);
  }

  async #caller(credentials: BackstageCredentials): Promise<Caller> {
    const info = await this.#userInfo.getUserInfo(
      credentials as BackstageCredentials<BackstageUserPrincipal>,
    );
    return { user: info.userEntityRef, ownership: info.ownershipEntityRefs };
  }

  async #allowed(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    return decision.result === AuthorizeResult.ALLOW;
  }

  async #demandPermission(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    if (!(await this.#allowed(permission, credentials))) {
      throw new NotAllowedError(`You lack the permission ${permission.name}`);
    }
  }

  async #target(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<Entity> {
    const { kind } = parseEntityRef(ref);
    const { allowedKinds } = this.#config;
    if (
      !allowedKinds.some(allowed => allowed.toLocaleLowerCase('en-US') === kind)
    ) {
      throw new InputError(
        `kind: interest can be in ${allowedKinds.join(
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

  async #isOnBehalf(
    team: string,
    caller: Caller,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const own = caller.ownership.includes(team);
    const { teamTypes, permissionsEnabled } = this.#config;
    if (own && !teamTypes) {
      return false;
    }
    const mayForOthers =
      permissionsEnabled &&
      (await this.#allowed(pilotInterestCreateOnBehalfPermission, credentials));
    if (!own && !mayForOthers) {
      throw new NotAllowedError(
        `team: you can record only for teams you belong to, and ${team} is not one of them`,
      );
    }
    const group = await this.#visibility.entity(team, credentials);
    if (!group) {
      throw new InputError(
        `team: there is no ${team} in the catalog that you can see`,
      );
    }
    if (teamTypes && !teamTypes.includes(String(group.spec?.type))) {
      throw new InputError(
        `team: ${team} is of type ${
          group.spec?.type
        }, and interest counts only for groups of type ${teamTypes.join(', ')}`,
      );
    }
    return !own;
  }

  async #changeOwn(
    id: string,
    { credentials }: Asked,
    decide: Parameters<DefaultPilotService['change']>[3],
  ): Promise<Recorded> {
    const caller = await this.#caller(credentials);
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
    return this.#recorded(result, entity, caller, credentials);
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
    caller: Caller,
    credentials: BackstageCredentials,
  ): Promise<Recorded> {
    return {
      interest: result.interest,
      ...(entity
        ? {
            demand: await this.#demandView(
              result.reading,
              entity,
              caller,
              credentials,
            ),
          }
        : {}),
    };
  }

  async #demandView(
    reading: DemandReading,
    entity: Entity,
    caller: Caller,
    credentials: BackstageCredentials,
  ): Promise<Demand> {
    const facts = entityFacts(entity);
    const isVisible = await this.#visibility.ofRefs(
      reading.rollUp.map(({ target }) => target),
      credentials,
    );
    const can = demandCan({
      mayRecord: await this.#allowed(
        pilotInterestCreatePermission,
        credentials,
      ),
      teams: caller.ownership.filter(ref => ref.startsWith('group:')),
      owner: owns(caller, facts.owner),
    });
    return this.#service.demandView(facts.ref, reading, isVisible, can);
  }
}
