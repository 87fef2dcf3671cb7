import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

// Serves the built pages; in development they come from their own server.
backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('./developmentSignIn'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
// Says in the log which entities the catalog refuses, and why.
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@pilot-to-platform/plugin-catalog-backend-module-pilot'));
backend.add(import('@pilot-to-platform/plugin-pilot-backend'));

backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));

// Lets assistants call what plugins offer as actions, in the name of a person.
backend.add(import('@backstage/plugin-mcp-actions-backend'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('./permissions'));

backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(
  import('@pilot-to-platform/plugin-scaffolder-backend-module-pilot'),
);

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));

backend.add(import('@backstage/plugin-techdocs-backend'));

backend.add(import('@backstage/plugin-user-settings-backend'));

backend.start();
