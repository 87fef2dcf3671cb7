import { readinessLogQuerySchema } from '@pilot-to-platform/plugin-pilot-common';
import {
  attestExample,
  checkListExample,
  notYetExample,
  readinessByRefsExample,
  readinessByRefsResultExample,
  readinessCsvExample,
  readinessExample,
  readinessLogCsvExample,
  readinessLogExample,
  reportedExample,
  reportExample,
  waiveExample,
} from './readinessExamples';
import { parametersOf } from '../../kernel/openapi/parametersOf';
import {
  body,
  csv,
  errors,
  id,
  json,
  target,
} from '../../kernel/openapi/parts';

const readiness = (description: string) => ({
  description,
  content: json('Readiness', {
    readiness: { summary: description, value: readinessExample },
  }),
});

const signed = {
  200: readiness('Stood already'),
  201: readiness('Signed'),
  ...errors(400, 403, 404, 409, 503),
};

const revoked = {
  200: readiness('Revoked, now or before'),
  ...errors(400, 403, 404, 409, 503),
};

const tags = ['readiness'];
const path = '/readiness/{kind}/{namespace}/{name}';

export const readinessPaths = {
  '/readiness/checks': {
    get: {
      operationId: 'listChecks',
      tags,
      summary: 'Every check in force',
      description:
        'The default checks, those of modules and those of the configuration, as the operator changed them.',
      responses: {
        200: {
          description: 'The checks',
          content: json('CheckList', {
            checks: { summary: 'One of them', value: checkListExample },
          }),
        },
        ...errors(403),
      },
    },
  },
  [path]: {
    get: {
      operationId: 'getReadiness',
      tags,
      summary: 'The readiness of an entity',
      description:
        'The checks that apply, in the order in which to work on them, with the answers and their end. For every entity of an allowed kind; the first request for it asks the automatic sources.',
      parameters: target,
      responses: {
        200: {
          description: 'The readiness',
          content: {
            ...json('Readiness', {
              readiness: {
                summary: 'Two checks, for brevity',
                value: readinessExample,
              },
            }),
            ...csv('The checks', readinessCsvExample),
          },
        },
        ...errors(400, 403, 404, 429),
      },
    },
  },
  [`${path}/collect`]: {
    post: {
      operationId: 'collectReadiness',
      tags,
      summary: 'Ask the automatic sources now',
      description:
        'At most once in ten seconds for each entity; earlier requests get the last answers. The backend also asks the sources regularly, as pilot.readiness.refresh sets.',
      parameters: target,
      responses: {
        200: readiness('As the sources say now'),
        ...errors(400, 403, 404, 503),
      },
    },
  },
  [`${path}/attestations`]: {
    post: {
      operationId: 'attestCheck',
      tags,
      summary: "Sign the owner's answer to a check",
      description:
        'For the owner of the entity. It replaces the last attestation, and counts more than reports and automatic answers until it lapses. A repeated request changes nothing.',
      parameters: target,
      requestBody: body('Attest', {
        pass: { summary: 'It holds', value: attestExample },
        fail: { summary: 'Not yet', value: notYetExample },
      }),
      responses: signed,
    },
  },
  [`${path}/attestations/{id}`]: {
    delete: {
      operationId: 'revokeAttestation',
      tags,
      summary: 'Revoke an attestation',
      description: 'For every member of the owner. The log keeps both.',
      parameters: [...target, ...id('Of the attestation')],
      responses: revoked,
    },
  },
  [`${path}/waivers`]: {
    post: {
      operationId: 'waiveCheck',
      tags,
      summary: 'Exempt an entity from a check for a while',
      description:
        'For approvers who do not own the entity. Until the waiver lapses, the check counts as passed where it fails or is unknown. Approvers cannot waive a check that passes.',
      parameters: target,
      requestBody: body('Waive', {
        waiver: { summary: 'Until February', value: waiveExample },
      }),
      responses: signed,
    },
  },
  [`${path}/waivers/{id}`]: {
    delete: {
      operationId: 'revokeWaiver',
      tags,
      summary: 'Revoke a waiver',
      description:
        'For any approver who does not own the entity. The log keeps both.',
      parameters: [...target, ...id('Of the waiver')],
      responses: revoked,
    },
  },
  [`${path}/results`]: {
    post: {
      operationId: 'reportResults',
      tags,
      summary: 'Report results of CI or another plugin',
      description:
        'For services with the permission pilot.readiness.report, and for owners to whom a policy grants it. All or nothing. A result that is older than the last known one, or the same, changes nothing.',
      parameters: target,
      requestBody: body('Report', {
        results: { summary: 'One result', value: reportExample },
      }),
      responses: {
        200: {
          description: 'The number of new results',
          content: json('Reported', {
            reported: { summary: 'One', value: reportedExample },
          }),
        },
        ...errors(400, 403, 404, 409, 503),
      },
    },
  },
  [`${path}/log`]: {
    get: {
      operationId: 'getReadinessLog',
      tags,
      summary: 'The log of answers to the checks of an entity',
      description:
        'Newest first: attestations, waivers, revocations, reports, and every change of an automatic answer. Only an absent nextCursor ends the list.',
      parameters: [...target, ...parametersOf(readinessLogQuerySchema)],
      responses: {
        200: {
          description: 'A page of the log; or all of it as CSV',
          content: {
            ...json('ReadinessLog', {
              page: { summary: 'One line', value: readinessLogExample },
            }),
            ...csv('All pages', readinessLogCsvExample),
          },
        },
        ...errors(400, 403, 404, 429),
      },
    },
  },
  '/readiness/by-refs': {
    post: {
      operationId: 'getReadinessByRefs',
      tags,
      summary: 'The readiness of many entities in short',
      description:
        'In the order of the refs; null for an entity that does not exist, that the caller cannot see, or that the sources were never asked about.',
      requestBody: body('ReadinessByRefs', {
        refs: { summary: 'Two refs', value: readinessByRefsExample },
      }),
      responses: {
        200: {
          description: 'One item for each ref',
          content: json('ReadinessByRefsResult', {
            items: {
              summary: 'One of two',
              value: readinessByRefsResultExample,
            },
          }),
        },
        ...errors(400, 403),
      },
    },
  },
};
