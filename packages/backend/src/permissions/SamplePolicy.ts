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
  RESOURCE_TYPE_CATALOG_ENTITY,
} from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
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
  pilotDecisionDecidePermission,
  pilotDecisionProposePermission,
  pilotInterestCreateOnBehalfPermission,
  pilotInterestReadPermission,
  pilotInterestTriagePermission,
  pilotInterestUpdatePermission,
  pilotReadinessAttestPermission,
  pilotReadinessReadPermission,
  pilotReadinessReportPermission,
  pilotReadinessWaivePermission,
} from '@pilot-to-platform/plugin-pilot-common';
import { decideCatalogRead } from './decideCatalogRead';
import { PolicyGroups } from './PolicyGroups';

const leadsOnly: ReadonlySet<string> = new Set(
  [
    pilotAdminPermission,
    pilotInterestCreateOnBehalfPermission,
    catalogLocationCreatePermission,
    catalogLocationDeletePermission,
  ].map(permission => permission.name),
);

/** Permissions that people have for what their team owns. */
const ownersOnly: ReadonlySet<string> = new Set(
  [
    catalogEntityDeletePermission,
    pilotReadinessAttestPermission,
    pilotReadinessReportPermission,
    pilotDecisionProposePermission,
  ].map(permission => permission.name),
);

const approversOnly: ReadonlySet<string> = new Set(
  [pilotReadinessWaivePermission, pilotDecisionDecidePermission].map(
    permission => permission.name,
  ),
);

/**
 * Lets whoever is signed in read interest and readiness of whatever they see,
 * record for their own teams, and change what they recorded. Owners answer
 * interest in what they own, attest, report, propose and remove it; approvers
 * waive and decide; what concerns all teams is for platform leads. Contractors
 * record, but do not read who else needs what, nor how ready what others own is.
 */
export class SamplePolicy implements PermissionPolicy {
  readonly #userInfo: UserInfoService;
  readonly #groups: PolicyGroups;

  constructor(userInfo: UserInfoService, groups: PolicyGroups) {
    this.#userInfo = userInfo;
    this.#groups = groups;
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) {
      return { result: AuthorizeResult.DENY };
    }
    const claims = await this.#refsOf(user);
    const isAmong = (groups: readonly string[]) =>
      claims.some(claim => groups.includes(claim));
    const isContractor = isAmong(this.#groups.contractors);
    if (isPermission(permission, catalogEntityReadPermission)) {
      return decideCatalogRead(permission, claims, this.#groups);
    }
    if (
      isResourcePermission(permission, RESOURCE_TYPE_CATALOG_ENTITY) &&
      (ownersOnly.has(permission.name) ||
        (isPermission(permission, pilotReadinessReadPermission) &&
          isContractor))
    ) {
      return createCatalogConditionalDecision(
        permission,
        catalogConditions.isEntityOwner({ claims }),
      );
    }
    if (approversOnly.has(permission.name)) {
      return allowIf(isAmong(this.#groups.approvers));
    }
    if (isPermission(permission, pilotInterestReadPermission)) {
      return allowIf(!isContractor);
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
      return allowIf(isAmong(this.#groups.platformLeads));
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
