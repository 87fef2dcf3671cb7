import { componentSchemas } from './schemas';
import { paths } from './paths';

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
    license: {
      name: 'Apache-2.0',
      url: 'https://www.apache.org/licenses/LICENSE-2.0',
    },
  },
  servers: [{ url: '/' }],
  security: [{ bearer: [] }],
  tags: [
    { name: 'interest', description: 'What people need, and for which team' },
    { name: 'demand', description: 'What interest adds up to' },
    { name: 'exchange', description: 'Interest as JSON lines' },
  ],
  paths,
  components: {
    securitySchemes: {
      bearer: {
        type: 'http',
        scheme: 'bearer',
        description: 'A Backstage user token, or a service token',
      },
    },
    schemas: componentSchemas,
  },
};
