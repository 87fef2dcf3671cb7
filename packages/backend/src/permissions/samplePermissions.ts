import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { readPolicyGroups } from './PolicyGroups';
import { SamplePolicy } from './SamplePolicy';

/** The permission policy of the sample portal. */
export const samplePermissions = createBackendModule({
  pluginId: 'permission',
  moduleId: 'sample-policy',
  register(reg) {
    reg.registerInit({
      deps: {
        policy: policyExtensionPoint,
        userInfo: coreServices.userInfo,
        config: coreServices.rootConfig,
      },
      async init({ policy, userInfo, config }) {
        policy.setPolicy(new SamplePolicy(userInfo, readPolicyGroups(config)));
      },
    });
  },
});
