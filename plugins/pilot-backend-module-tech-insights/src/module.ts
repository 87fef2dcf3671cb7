import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { pilotReadinessExtensionPoint } from '@pilot-to-platform/plugin-pilot-node';
import { readTechInsightsConfig } from './config';
import { HttpTechInsights } from './HttpTechInsights';
import { TechInsightsSource } from './TechInsightsSource';

/**
 * Answers the readiness checks that `pilot.readiness.techInsights.checks` names
 * with the results of Tech Insights.
 *
 * @public
 */
export const pilotModuleTechInsights = createBackendModule({
  pluginId: 'pilot',
  moduleId: 'tech-insights',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        readiness: pilotReadinessExtensionPoint,
      },
      async init({ auth, config, discovery, logger, readiness }) {
        const { checks } = readTechInsightsConfig(config);
        if (checks.size === 0) {
          logger.info(
            'Tech Insights answers no check: pilot.readiness.techInsights.checks is empty',
          );
          return;
        }
        readiness.addSource(
          new TechInsightsSource({
            checks,
            techInsights: new HttpTechInsights({ auth, discovery }),
            logger,
          }),
        );
      },
    });
  },
});
