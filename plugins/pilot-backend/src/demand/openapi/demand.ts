import {
  demandLevels,
  demandOrders,
  phases,
} from '@pilot-to-platform/plugin-pilot-common';
import {
  byRefsExample,
  byRefsResultExample,
  demandCsvExample,
  demandExample,
  demandPageExample,
  historyExample,
} from './demandExamples';
import {
  body,
  csv,
  date,
  errors,
  flag,
  json,
  paging,
  query,
  queryList,
  target,
} from '../../kernel/openapi/parts';

const when =
  'A past instant such as 2026-11-20T09:00:00Z, or a date, which means the end of that day in UTC, and today now; now if absent. A clock may be five minutes ahead';

export const demandPaths = {
  '/demand': {
    get: {
      operationId: 'listDemand',
      tags: ['demand'],
      summary: 'Targets by demand, as a ranking',
      description:
        'Filtered and ordered by the stored scores, which stand since rankedAt; the scores shown are exact. What changed its place meanwhile may come twice.',
      parameters: [
        queryList('kind', 'Only of this kind, in any case', ['Pilot']),
        queryList('namespace', 'Only in this namespace', ['default']),
        queryList('type', 'Only of this spec.type', ['capability']),
        queryList('owner', 'Only owned by this Group or User', [
          'group:default/partner-tech',
        ]),
        queryList('system', 'Only in this System', ['system:default/partners']),
        queryList('division', 'Only where this Group is above the owner', [
          'group:default/commerce',
        ]),
        queryList('phase', 'Only Pilots in this phase', ['demand'], {
          type: 'string',
          enum: [...phases],
        }),
        queryList('level', 'Only at this level', ['strong', 'proven'], {
          type: 'string',
          enum: [...demandLevels],
        }),
        query(
          'team',
          'Only what this team has counted interest in',
          'group:default/payments',
        ),
        query('minScore', 'Only from this score, 0 to 100', 20, {
          type: 'number',
          minimum: 0,
          maximum: 100,
        }),
        query('q', 'Only with this in the title or name, in any case', 'shar', {
          type: 'string',
          minLength: 1,
          maxLength: 200,
        }),
        query(
          'orderBy',
          'What to sort by; with a leading - from high to low',
          '-score',
          {
            type: 'string',
            enum: demandOrders.flatMap(order => [order, `-${order}`]),
            default: '-score',
          },
        ),
        date('asOf', when),
        flag('weeks', 'Also the scores of 13 weeks'),
        flag('total', 'Also how many there are'),
        ...paging,
      ],
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
        'In the order of the refs; null for what does not exist, cannot be seen, or is no target.',
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
        'Any entity that the caller sees, of an allowed kind, has a demand: nobody asked is score 0, level none.',
      parameters: [...target, date('asOf', when)],
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
      summary: 'How the demand for an entity came to be',
      description:
        'Each point is the score at the end of its day, in UTC, under the policy, owner and implementation in force then. Markers say what bends the curve.',
      parameters: [
        ...target,
        date('from', 'The first day; a year before to if absent'),
        date('to', 'The last day; today if absent'),
        query('step', 'Days between two points, 1 to 366', 7, {
          type: 'integer',
          minimum: 1,
          maximum: 366,
          default: 7,
        }),
      ],
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
