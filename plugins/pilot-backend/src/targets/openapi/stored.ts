import {
  maintenancePageExample,
  rebuiltExample,
  storedCheckExample,
} from './storedExamples';
import { body, errors, json } from '../../kernel/openapi/parts';

const page = body('MaintenancePage', {
  some: { summary: 'Some targets', value: maintenancePageExample },
  all: { summary: 'The first page of all', value: {} },
});

export const storedPaths = {
  '/maintenance/check': {
    post: {
      operationId: 'checkStored',
      tags: ['maintenance'],
      summary: 'Compare stored data with the log',
      description:
        'Interests, sums, past days and the feed of some targets, or of a page of all of them, compared with a replay of their logs. Writes nothing. For services with pilot.admin, and administrators.',
      requestBody: page,
      responses: {
        200: {
          description: 'What is different',
          content: json('StoredCheck', {
            check: { summary: 'Sums are different', value: storedCheckExample },
          }),
        },
        ...errors(400, 403, 429),
      },
    },
  },
  '/maintenance/rebuild': {
    post: {
      operationId: 'rebuildStored',
      tags: ['maintenance'],
      summary: 'Rebuild stored data from the log',
      description:
        'Interests, sums, past days and the place in the feed of some targets, or of a page of all of them. Can run beside other writes, and may be repeated. For services with pilot.admin, and administrators.',
      requestBody: page,
      responses: {
        200: {
          description: 'Rebuilt',
          content: json('Rebuilt', {
            rebuilt: { summary: 'One target', value: rebuiltExample },
          }),
        },
        ...errors(400, 403, 429, 503),
      },
    },
  },
  '/maintenance/feed': {
    post: {
      operationId: 'renewFeed',
      tags: ['maintenance'],
      summary: 'Begin the feed of the catalog anew',
      description:
        'After a database was restored while the catalog went on: every replica loads everything, and processes all targets once. For services with pilot.admin, and administrators.',
      responses: {
        204: { description: 'The feed has begun anew' },
        ...errors(403, 503),
      },
    },
  },
};
