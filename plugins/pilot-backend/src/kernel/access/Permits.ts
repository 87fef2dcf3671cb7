import {
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
  Permission,
} from '@backstage/plugin-permission-common';
import {
  pilotAdminPermission,
  pilotInterestCreateOnBehalfPermission,
  pilotInterestCreatePermission,
  pilotInterestReadPermission,
  pilotInterestTriagePermission,
  pilotInterestUpdatePermission,
} from '@pilot-to-platform/plugin-pilot-common';
import { GroupDirectory } from './GroupDirectory';
import { ConditionalRight } from './ConditionalRight';
import { Caller } from './Caller';

/** Rights that the permission framework gives a person about interest. */
export interface Rights {
  readonly read: ConditionalRight;
  readonly create: boolean;
  /** Only where it is granted expressly: nobody has it by default. */
  readonly createOnBehalf: boolean;
  readonly update: ConditionalRight;
  readonly triage: ConditionalRight;
  /** Only where it is granted expressly: nobody has it by default. */
  readonly admin: boolean;
}

interface Deps {
  readonly permissions: PermissionsService;
  readonly userInfo: UserInfoService;
  readonly groups: GroupDirectory;
  readonly auth: AuthService;
  readonly permissionsEnabled: boolean;
}

/** Finds out who a caller is, and asks the permission framework about them. */
export class Permits {
  readonly #deps: Deps;
  readonly #ahead = new WeakMap<BackstageCredentials, Rights>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async caller(credentials: BackstageCredentials): Promise<Caller> {
    const info = await this.#deps.userInfo.getUserInfo(
      credentials as BackstageCredentials<BackstageUserPrincipal>,
    );
    // Refs are kept and compared in the catalog's spelling.
    const claimed = info.ownershipEntityRefs.map(ref =>
      ref.toLocaleLowerCase('en-US'),
    );
    return {
      user: info.userEntityRef.toLocaleLowerCase('en-US'),
      memberOf: claimed.filter(ref => ref.startsWith('group:')),
      ownership: await this.#deps.groups.withParents(claimed),
    };
  }

  /** Returns the rights of a person about interest, all asked at once. */
  async rights(credentials: BackstageCredentials): Promise<Rights> {
    const ahead = this.#ahead.get(credentials);
    this.#ahead.delete(credentials);
    return ahead ?? this.#rights(credentials);
  }

  /** The same, kept for who asks next with these credentials: those of one request. */
  async rightsAhead(credentials: BackstageCredentials): Promise<Rights> {
    const rights = await this.#rights(credentials);
    this.#ahead.set(credentials, rights);
    return rights;
  }

  async #rights(credentials: BackstageCredentials): Promise<Rights> {
    const [[create, onBehalf, admin], [read, update, triage]] =
      await Promise.all([
        this.#have(
          [
            pilotInterestCreatePermission,
            pilotInterestCreateOnBehalfPermission,
            pilotAdminPermission,
          ],
          credentials,
        ),
        this.#reach(credentials),
      ]);
    return {
      read,
      create,
      // With the framework off, it grants everything to everybody.
      createOnBehalf: this.#deps.permissionsEnabled && onBehalf,
      update,
      triage,
      admin: this.#deps.permissionsEnabled && admin,
    };
  }

  /**
   * Lets services with the permission pass, and people only where the
   * permission framework says that they are administrators.
   *
   * @throws NotAllowedError for everybody else
   */
  async requireAdmin(credentials: BackstageCredentials): Promise<void> {
    const isPerson = this.#deps.auth.isPrincipal(credentials, 'user');
    if (isPerson && !this.#deps.permissionsEnabled) {
      throw new NotAllowedError(
        'This needs a service token: with permission.enabled off, nobody is known to be an administrator',
      );
    }
    const [allowed] = await this.#have([pilotAdminPermission], credentials);
    requirePermission(pilotAdminPermission, allowed);
  }

  /**
   * Returns whether grants are express ones: to a service, or to a person where
   * the permission framework decides. With it off, it grants everything.
   */
  isExpress(credentials: BackstageCredentials): boolean {
    return (
      this.#deps.permissionsEnabled ||
      !this.#deps.auth.isPrincipal(credentials, 'user')
    );
  }

  /** The name of a service that asks; nothing for a person. */
  serviceOf(credentials: BackstageCredentials): string | undefined {
    return this.#deps.auth.isPrincipal(credentials, 'service')
      ? credentials.principal.subject
      : undefined;
  }

  /**
   * Returns the credentials to ask the catalog with. A service sees everything,
   * and a token that is restricted to this plugin cannot be passed on.
   */
  async toCatalog(
    credentials: BackstageCredentials,
  ): Promise<BackstageCredentials> {
    return this.#deps.auth.isPrincipal(credentials, 'service')
      ? this.#deps.auth.getOwnServiceCredentials()
      : credentials;
  }

  async #have(
    permissions: readonly BasicPermission[],
    credentials: BackstageCredentials,
  ): Promise<boolean[]> {
    const decisions = await this.#deps.permissions.authorize(
      permissions.map(permission => ({ permission })),
      { credentials },
    );
    return decisions.map(({ result }) => result === AuthorizeResult.ALLOW);
  }

  async #reach(credentials: BackstageCredentials): Promise<ConditionalRight[]> {
    const decisions = await this.#deps.permissions.authorizeConditional(
      [
        { permission: pilotInterestReadPermission },
        { permission: pilotInterestUpdatePermission },
        { permission: pilotInterestTriagePermission },
      ],
      { credentials },
    );
    return decisions.map(decision => new ConditionalRight(decision));
  }
}

/** @throws NotAllowedError that names the permission */
export function requirePermission(
  permission: Permission,
  allowed: boolean,
): void {
  if (!allowed) {
    throw new NotAllowedError(`You lack the permission ${permission.name}`);
  }
}
