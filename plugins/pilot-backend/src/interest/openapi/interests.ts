import { listInterestsQuerySchema } from '@pilot-to-platform/plugin-pilot-common';
import {
  changedMeanwhileExample,
  clickExample,
  interestPageExample,
  interestsCsvExample,
  plannedExample,
  recordedExample,
  recordExample,
  setStatusExample,
  withdrawnExample,
} from './interestsExamples';
import { parametersOf } from '../../kernel/openapi/parametersOf';
import {
  body,
  csv,
  errors,
  id,
  json,
  target,
} from '../../kernel/openapi/parts';

const recorded = (description: string, value: unknown = recordedExample) => ({
  description,
  content: json('Recorded', { interest: { summary: description, value } }),
});

const ofInterest = id('Of an interest');

export const interestPaths = {
  '/interests/{kind}/{namespace}/{name}': {
    put: {
      operationId: 'recordInterest',
      tags: ['interest'],
      summary: 'Record, complete or reopen my interest',
      description:
        'Upserts by author, team, target and useCaseKey, or by id. An omitted field stays, null clears, and what stands already changes nothing: a request may be repeated. One person has at most 100 use cases in one target, withdrawn ones included; one more answers 409.',
      parameters: target,
      requestBody: body('RecordInterest', {
        click: { summary: 'One press', value: clickExample },
        details: { summary: 'With details', value: recordExample },
      }),
      responses: {
        200: recorded('Changed, or unchanged'),
        201: recorded('Recorded'),
        ...errors(400, 403, 404, 409, 503),
      },
    },
  },
  '/interests': {
    get: {
      operationId: 'listInterests',
      tags: ['interest'],
      summary: 'Interests that I may see, newest first',
      description: 'A nextCursor leads to more.',
      parameters: parametersOf(listInterestsQuerySchema),
      responses: {
        200: {
          description: 'A page',
          content: {
            ...json('InterestPage', {
              page: { summary: 'A page', value: interestPageExample },
            }),
            ...csv('All pages', interestsCsvExample),
          },
        },
        ...errors(400, 403, 429),
      },
    },
  },
  '/interests/{id}': {
    delete: {
      operationId: 'withdrawInterest',
      tags: ['interest'],
      summary: 'Withdraw my interest',
      description:
        'It stops counting at once and is kept in the log. Recording it again reopens it. demand is absent where the target can no longer be seen, and without pilot.interest.read.',
      parameters: ofInterest,
      responses: {
        200: recorded('Withdrawn', withdrawnExample),
        ...errors(400, 403, 404, 503),
      },
    },
  },
  '/interests/{id}/confirm': {
    post: {
      operationId: 'confirmInterest',
      tags: ['interest'],
      summary: 'Say that my interest is still needed',
      description:
        'Its age begins anew. What was confirmed at this very moment stays as it is.',
      parameters: ofInterest,
      responses: {
        200: recorded('Confirmed'),
        ...errors(400, 403, 404, 409, 503),
      },
    },
  },
  '/interests/{id}/status': {
    put: {
      operationId: 'setInterestStatus',
      tags: ['interest'],
      summary: 'Answer an interest in what I own',
      description:
        'For the owner of the target. A status and note that stand already change nothing. On another version than the present one it answers 409 with the interest as it stands.',
      parameters: ofInterest,
      requestBody: body('SetStatus', {
        planned: { summary: 'Planned', value: setStatusExample },
      }),
      responses: {
        200: recorded('Answered', plannedExample),
        ...errors(400, 403, 404, 503),
        409: {
          description:
            'Withdrawn, or changed since that version; current is the interest as it stands',
          content: json('InterestConflict', {
            changed: {
              summary: 'Changed meanwhile',
              value: changedMeanwhileExample,
            },
          }),
        },
      },
    },
  },
};
