import {
  coreServices,
  createBackendModule,
  UserInfoService,
} from '@backstage/backend-plugin-api';
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
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  createPilotInterestConditionalDecision,
  pilotInterestConditions,
} from '@pilot-to-platform/plugin-pilot-backend';
import {
  pilotAdminPermission,
  pilotInterestCreateOnBehalfPermission,
  pilotInterestTriagePermission,
  pilotInterestUpdatePermission,
} from '@pilot-to-platform/plugin-pilot-common';

/** Whose members administer: put your own Group here. */
const administrators = 'group:default/platform-team';

class PortalPolicy implements PermissionPolicy {
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
    const { ownershipEntityRefs } = await this.#userInfo.getUserInfo(
      user.credentials,
    );
    if (
      isPermission(permission, pilotAdminPermission) ||
      isPermission(permission, pilotInterestCreateOnBehalfPermission)
    ) {
      return {
        result: ownershipEntityRefs.includes(administrators)
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
      };
    }
    if (isPermission(permission, pilotInterestUpdatePermission)) {
      return createPilotInterestConditionalDecision(
        permission,
        pilotInterestConditions.isAuthor({ userRefs: ownershipEntityRefs }),
      );
    }
    if (isPermission(permission, pilotInterestTriagePermission)) {
      return createPilotInterestConditionalDecision(
        permission,
        pilotInterestConditions.ownsTarget({ ownerRefs: ownershipEntityRefs }),
      );
    }
    return { result: AuthorizeResult.ALLOW };
  }
}

export default createBackendModule({
  pluginId: 'permission',
  moduleId: 'portal-policy',
  register(reg) {
    reg.registerInit({
      deps: { policy: policyExtensionPoint, userInfo: coreServices.userInfo },
      async init({ policy, userInfo }) {
        policy.setPolicy(new PortalPolicy(userInfo));
      },
    });
  },
});
