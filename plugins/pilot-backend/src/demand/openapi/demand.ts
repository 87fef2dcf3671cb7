import {
  demandHistoryQuerySchema,
  demandQuerySchema,
  listDemandQuerySchema,
} from '@pilot-to-platform/plugin-pilot-common';
import {
  byRefsExample,
  byRefsResultExample,
  demandCsvExample,
  demandExample,
  demandPageExample,
  historyExample,
} from './demandExamples';
import { parametersOf } from '../../kernel/openapi/parametersOf';
import { body, csv, errors, json, target } from '../../kernel/openapi/parts';

export const demandPaths = {
  '/demand': {
    get: {
      operationId: 'listDemand',
      tags: ['demand'],
      summary: 'Targets by demand, as a ranking',
      description:
        'Filtered and ordered by stored scores, the oldest of which are from rankedAt; the scores shown are exact. A target that changes its place meanwhile may appear twice.',
      parameters: parametersOf(listDemandQuerySchema),
      responses: {
        200: {
          description: 'A page',
          content: {
            ...json('DemandPage', {
              page: { summary: 'A page', value: demandPageExample },
            }),
            ...csv('All pages', demandCsvExample),
          },
        },
        ...errors(400, 403, 429, 503),
      },
    },
  },
  '/demand/by-refs': {
    post: {
      operationId: 'getDemandByRefs',
      tags: ['demand'],
      summary: 'The demand for up to 500 entities at once',
      description:
        'In the order of the refs; null for an entity that does not exist, that the caller cannot see, or whose kind is not allowed.',
      requestBody: body('DemandByRefs', {
        refs: { summary: 'Two targets', value: byRefsExample },
      }),
      responses: {
        200: {
          description: 'The demand of each',
          content: json('DemandByRefsResult', {
            items: {
              summary: 'One of two is seen',
              value: byRefsResultExample,
            },
          }),
        },
        ...errors(400, 403, 429, 503),
      },
    },
  },
  '/demand/{kind}/{namespace}/{name}': {
    get: {
      operationId: 'getDemand',
      tags: ['demand'],
      summary: 'The demand for an entity, with everything that explains it',
      description:
        'Every entity of an allowed kind that the caller sees has a demand; where nobody asked, the score is 0 and the level none.',
      parameters: [...target, ...parametersOf(demandQuerySchema)],
      responses: {
        200: {
          description: 'The demand',
          content: json('Demand', {
            demand: { summary: 'Five teams', value: demandExample },
          }),
        },
        ...errors(400, 403, 404, 503),
      },
    },
  },
  '/demand/{kind}/{namespace}/{name}/history': {
    get: {
      operationId: 'getDemandHistory',
      tags: ['demand'],
      summary: 'The history of the demand for an entity',
      description:
        'Each point is the score at the end of its day, in UTC, under the policy, owner and parts in force then. Markers explain the curve.',
      parameters: [...target, ...parametersOf(demandHistoryQuerySchema)],
      responses: {
        200: {
          description: 'The history',
          content: json('DemandHistory', {
            history: { summary: 'Three points', value: historyExample },
          }),
        },
        ...errors(400, 403, 404, 429, 503),
      },
    },
  },
};
