import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  Permission,
} from '@backstage/plugin-permission-common';
import {
  pilotAdminPermission,
  pilotInterestCreatePermission,
  pilotInterestReadPermission,
  pilotInterestTriagePermission,
  pilotInterestUpdatePermission,
} from '@pilot-to-platform/plugin-pilot-common';
import { CallOptions } from './CallOptions';
import { Permits, requirePermission, Rights } from './Permits';

/** Tests of the rights about interest, which are all asked for at once. */
const interestRights: Record<string, (rights: Rights) => boolean> = {
  [pilotInterestReadPermission.name]: ({ read }) => !read.isNone,
  [pilotInterestCreatePermission.name]: ({ create }) => create,
  [pilotInterestUpdatePermission.name]: ({ update }) => !update.isNone,
  [pilotInterestTriagePermission.name]: ({ triage }) => !triage.isNone,
};

/** Callers that a route or an action admits, before its input is read. */
export interface Who {
  /** `catalog` is the catalog plugin of the same portal, `anybody` needs no token. */
  readonly principals:
    | ReadonlyArray<'user' | 'service'>
    | 'catalog'
    | 'anybody';
  /**
   * Each is asked for before the input is read. A denial refuses; a condition
   * leaves it to the service, which knows the entity.
   */
  readonly permissions: readonly Permission[];
  /**
   * True where the permissions have to be granted expressly: with the
   * permission framework off, which grants everything, no person has them.
   */
  readonly expressly?: true;
  /** Further conditions that the service checks, in words. */
  readonly rule: string;
}

interface Deps {
  readonly auth: AuthService;
  readonly permissions: PermissionsService;
  readonly permits: Permits;
}

/** The first question of every route and action, before anything is parsed or looked up. */
export class Admission {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** @throws NotAllowedError that says what is missing */
  async admit(
    who: Who,
    credentials: BackstageCredentials,
  ): Promise<CallOptions> {
    this.#requirePrincipal(who, credentials);
    if (who.permissions.length > 0) {
      await this.#requirePermissions(who, credentials);
    }
    return { credentials };
  }

  #requirePrincipal(
    { principals }: Who,
    credentials: BackstageCredentials,
  ): void {
    if (principals === 'anybody') {
      return;
    }
    const service = this.#deps.permits.serviceOf(credentials);
    if (principals === 'catalog') {
      if (service !== 'plugin:catalog') {
        throw new NotAllowedError('Only the catalog reads the projection');
      }
      return;
    }
    const isPerson = this.#deps.auth.isPrincipal(credentials, 'user');
    if (
      !(isPerson && principals.includes('user')) &&
      !(service !== undefined && principals.includes('service'))
    ) {
      throw new NotAllowedError(
        principals.includes('user')
          ? 'This needs a person: call it with the token of a user'
          : 'This needs a service: call it with the token of a service',
      );
    }
  }

  async #requirePermissions(
    { permissions, expressly }: Who,
    credentials: BackstageCredentials,
  ): Promise<void> {
    if (expressly && !this.#deps.permits.isExpress(credentials)) {
      throw new NotAllowedError(
        `This needs a service token: with permission.enabled off, nobody is known to be ${
          permissions.includes(pilotAdminPermission)
            ? 'an administrator'
            : 'allowed to'
        }`,
      );
    }
    const [ofInterest, others] = [
      permissions.filter(({ name }) => name in interestRights),
      permissions.filter(({ name }) => !(name in interestRights)),
    ];
    const allowed = new Map<Permission, boolean>();
    if (ofInterest.length > 0) {
      const rights = await this.#deps.permits.rightsAhead(credentials);
      ofInterest.forEach(each =>
        allowed.set(each, interestRights[each.name](rights)),
      );
    }
    if (others.length > 0) {
      (await this.#decisions(others, credentials)).forEach((result, index) =>
        allowed.set(others[index], result !== AuthorizeResult.DENY),
      );
    }
    permissions.forEach(each => requirePermission(each, allowed.get(each)!));
  }

  async #decisions(
    permissions: readonly Permission[],
    credentials: BackstageCredentials,
  ): Promise<AuthorizeResult[]> {
    const results = await Promise.all(
      permissions.map(async permission => {
        const [{ result }] =
          permission.type === 'basic'
            ? await this.#deps.permissions.authorize([{ permission }], {
                credentials,
              })
            : await this.#deps.permissions.authorizeConditional(
                [{ permission }],
                {
                  credentials,
                },
              );
        return result;
      }),
    );
    return results;
  }
}
