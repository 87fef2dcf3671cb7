import { UserInfoService } from '@backstage/backend-plugin-api';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  catalogEntityDeletePermission,
  catalogEntityReadPermission,
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
  createPilotInterestConditionalDecision,
  pilotInterestConditions,
} from '@pilot-to-platform/plugin-pilot-backend';
import {
  pilotAdminPermission,
  pilotInterestCreateOnBehalfPermission,
  pilotInterestReadPermission,
  pilotInterestTriagePermission,
  pilotInterestUpdatePermission,
} from '@pilot-to-platform/plugin-pilot-common';
import { contractors } from './contractors';
import { decideCatalogRead } from './decideCatalogRead';
import { isPlatformLead } from './platformLeads';

const leadsOnly: ReadonlySet<string> = new Set(
  [
    pilotAdminPermission,
    pilotInterestCreateOnBehalfPermission,
    catalogLocationCreatePermission,
    catalogLocationDeletePermission,
  ].map(permission => permission.name),
);

/**
 * Who is signed in reads the interest in whatever they see, records for their
 * own teams, and changes what they recorded. Owners answer interest in what
 * they own and remove it; what concerns all teams is for platform leads.
 * Contractors record, but do not read who else needs what.
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
    const claims = await this.#refsOf(user);
    if (isPermission(permission, catalogEntityReadPermission)) {
      return decideCatalogRead(permission, claims);
    }
    if (isPermission(permission, catalogEntityDeletePermission)) {
      return createCatalogConditionalDecision(
        permission,
        catalogConditions.isEntityOwner({ claims }),
      );
    }
    if (isPermission(permission, pilotInterestReadPermission)) {
      return allowIf(!claims.includes(contractors));
    }
    if (isPermission(permission, pilotInterestUpdatePermission)) {
      return createPilotInterestConditionalDecision(
        permission,
        pilotInterestConditions.isAuthor({ userRefs: claims }),
      );
    }
    if (isPermission(permission, pilotInterestTriagePermission)) {
      return createPilotInterestConditionalDecision(
        permission,
        pilotInterestConditions.ownsTarget({ ownerRefs: claims }),
      );
    }
    if (leadsOnly.has(permission.name)) {
      return allowIf(claims.some(isPlatformLead));
    }
    return { result: AuthorizeResult.ALLOW };
  }

  async #refsOf(user: PolicyQueryUser): Promise<string[]> {
    const info = await this.#userInfo.getUserInfo(user.credentials);
    return info.ownershipEntityRefs;
  }
}

function allowIf(allowed: boolean): PolicyDecision {
  return { result: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY };
}
