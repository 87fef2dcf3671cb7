import { createBackendModule } from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { pilotServiceRef } from '@pilot-to-platform/plugin-pilot-node';
import { createRecordInterestAction } from './actions/createRecordInterestAction';

/**
 * Adds the template action `pilot:interest:record`.
 *
 * @public
 */
export const scaffolderModulePilot = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'pilot',
  register(reg) {
    reg.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        pilot: pilotServiceRef,
      },
      async init({ actions, pilot }) {
        actions.addActions(createRecordInterestAction({ pilot }));
      },
    });
  },
});
