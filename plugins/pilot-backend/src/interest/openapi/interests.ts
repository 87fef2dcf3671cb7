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

const ofInterest = id('Id of an interest');

export const interestPaths = {
  '/interests/{kind}/{namespace}/{name}': {
    put: {
      operationId: 'recordInterest',
      tags: ['interest'],
      summary: 'Record, complete or reopen my interest',
      description:
        'Upserts by author, team, target and useCaseKey, or by id. An omitted field stays, null clears a field, and a repeated request changes nothing. One person can have at most 100 use cases in one target, withdrawn ones included; one more answers 409.',
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
      description: 'Send nextCursor as cursor to get the next page.',
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
        'The interest stops counting at once and stays in the log. Recording it again reopens it. demand is absent where the author can no longer see the target or lacks pilot.interest.read.',
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
      summary: 'Confirm that I still need my interest',
      description:
        'Sets its age to 0. A repetition in the same moment changes nothing.',
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
      summary: 'Answer an interest in an entity that I own',
      description:
        'For the owner of the target. The same status and note again change nothing. A version that is not the present one answers 409 with the present interest.',
      parameters: ofInterest,
      requestBody: body('SetStatus', {
        planned: { summary: 'Planned', value: setStatusExample },
      }),
      responses: {
        200: recorded('Answered', plannedExample),
        ...errors(400, 403, 404, 503),
        409: {
          description:
            'Withdrawn, or changed since that version; current is the present interest',
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
