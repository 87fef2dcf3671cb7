import { UserInfoService } from '@backstage/backend-plugin-api';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  catalogEntityDeletePermission,
  catalogLocationCreatePermission,
  catalogLocationDeletePermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isPermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  pilotAdminPermission,
  pilotInterestCreateOnBehalfPermission,
} from '@pilot-to-platform/plugin-pilot-common';
import { platformLeads } from './platformLeads';

const leadsOnly: ReadonlySet<string> = new Set(
  [
    pilotAdminPermission,
    pilotInterestCreateOnBehalfPermission,
    catalogLocationCreatePermission,
    catalogLocationDeletePermission,
  ].map(permission => permission.name),
);

/**
 * Who is signed in sees everything and records for their own teams. Entities
 * are removed by their owners, and what concerns all teams is for platform
 * leads. Who owns a target and who proposed what, the pilot plugin checks
 * itself, whatever a policy says.
 */
export class SamplePolicy implements PermissionPolicy {
  readonly #userInfo: UserInfoService;

  constructor(userInfo: UserInfoService) {
    this.#userInfo = userInfo;
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) {
      return { result: AuthorizeResult.DENY };
    }
    if (isPermission(permission, catalogEntityDeletePermission)) {
      return createCatalogConditionalDecision(
        permission,
        catalogConditions.isEntityOwner({ claims: await this.#refsOf(user) }),
      );
    }
    if (leadsOnly.has(permission.name)) {
      return allowIf((await this.#refsOf(user)).some(isPlatformLead));
    }
    return { result: AuthorizeResult.ALLOW };
  }

  async #refsOf(user: PolicyQueryUser): Promise<string[]> {
    const info = await this.#userInfo.getUserInfo(user.credentials);
    return info.ownershipEntityRefs;
  }
}

function isPlatformLead(ref: string): boolean {
  return platformLeads.includes(ref);
}

function allowIf(allowed: boolean): PolicyDecision {
  return { result: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY };
}
