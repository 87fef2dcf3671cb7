import { createBackendModule } from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { pilotServiceRef } from '@pilot-to-platform/plugin-pilot-node';
import { createProposePhaseAction } from './actions/createProposePhaseAction';
import { createRecordInterestAction } from './actions/createRecordInterestAction';
import { createRegisterAction } from './actions/createRegisterAction';
import { createReportResultsAction } from './actions/createReportResultsAction';

/**
 * Adds the template actions `pilot:register`, `pilot:record-interest`,
 * `pilot:report-results` and `pilot:propose-phase`.
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
        actions.addActions(
          createRegisterAction({ pilot }),
          createRecordInterestAction({ pilot }),
          createReportResultsAction({ pilot }),
          createProposePhaseAction({ pilot }),
        );
      },
    });
  },
});
