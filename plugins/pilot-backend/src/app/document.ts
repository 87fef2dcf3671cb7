import { errorResponses, refusingBodies } from '../kernel/openapi/parts';
import { withCsvPaths } from '../kernel/openapi/csvPaths';
import { demandPaths } from '../demand/openapi/demand';
import { exchangePaths } from '../interest/openapi/exchange';
import { interestPaths } from '../interest/openapi/interests';
import { maintenancePaths } from '../operating/openapi/maintenance';
import { personPaths } from '../operating/openapi/persons';
import { pilotPaths } from '../pilots/openapi/pilots';
import { policyPaths } from '../demand/openapi/policy';
import { readinessPaths } from '../readiness/openapi/readiness';
import { similarPaths } from '../duplicates/openapi/similar';
import { storedPaths } from '../targets/openapi/stored';
import { componentSchemas } from '../kernel/openapi/schemas';

/**
 * The OpenAPI 3.1 document of the REST API: served, kept in the repository as
 * `openapi.json`, and what every request is validated by. Its schemas come from
 * the same zod schemas that parse requests and answers.
 */
export const openapiDocument = {
  openapi: '3.1.0',
  info: {
    title: 'Pilot to Platform',
    version: '1',
    description:
      'Records interest in catalog entities and explains the demand that it adds up to.',
    contact: {
      name: 'Pilot to Platform',
      url: 'https://github.com/pilot-to-platform/pilot-to-platform',
    },
    license: {
      name: 'Apache-2.0',
      url: 'https://www.apache.org/licenses/LICENSE-2.0',
    },
  },
  servers: [
    {
      url: '/api/pilot',
      description: 'Below the base URL of the Backstage backend',
    },
  ],
  security: [{ bearer: [] }],
  tags: [
    { name: 'demand', description: 'What interest adds up to' },
    { name: 'duplicates', description: 'What is about to be built twice' },
    { name: 'exchange', description: 'Interest as JSON lines' },
    { name: 'interest', description: 'What people need, and for which team' },
    { name: 'maintenance', description: 'What operators mend' },
    { name: 'persons', description: 'What is kept of persons' },
    { name: 'pilots', description: 'Phases, decisions and adoption' },
    { name: 'policy', description: 'How scores are made' },
    {
      name: 'readiness',
      description: 'What is missing before others can build on an entity',
    },
  ],
  paths: withCsvPaths(
    refusingBodies({
      ...interestPaths,
      ...demandPaths,
      ...similarPaths,
      ...personPaths,
      ...pilotPaths,
      ...readinessPaths,
      ...policyPaths,
      ...exchangePaths,
      ...maintenancePaths,
      ...storedPaths,
    }),
  ),
  components: {
    securitySchemes: {
      bearer: {
        type: 'http',
        scheme: 'bearer',
        description: 'A Backstage user token, or a service token',
      },
    },
    responses: errorResponses,
    schemas: componentSchemas,
  },
};
