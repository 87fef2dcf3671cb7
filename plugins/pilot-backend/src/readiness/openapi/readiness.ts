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
      summary: 'What is missing before others can build on an entity',
      description:
        'The checks that apply, those to work on first, first, with who answered and until when that holds. Of any allowed kind; one that was never looked at is looked at now.',
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
        'At most once in ten seconds for each entity; whoever asks more often gets what stands. They are asked by themselves, too, as pilot.readiness.refresh says.',
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
        'For who owns the entity. It takes the place of the attestation before, and stands above reports and automatic answers until it lapses. The same again changes nothing.',
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
      summary: 'Take an attestation back',
      description: 'For anybody of the owner. The log keeps both.',
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
        'For approvers who do not own the entity. Until it lapses the check counts as passed where it fails or is unknown. A check that passes is not waived.',
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
      summary: 'Take a waiver back',
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
      summary: 'Report what CI or another plugin found out',
      description:
        'For services with the permission pilot.readiness.report, and for owners to whom it is granted expressly. All or nothing. What is older than what is known, or the same, changes nothing.',
      parameters: target,
      requestBody: body('Report', {
        results: { summary: 'One result', value: reportExample },
      }),
      responses: {
        200: {
          description: 'How many were news',
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
      summary: 'What was ever said about the checks of an entity',
      description:
        'Newest first: what was signed, revoked and reported, and every change of an automatic verdict. Only an absent nextCursor ends the list.',
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
        'In the order of the refs; null for what does not exist, cannot be seen, or was never looked at.',
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
