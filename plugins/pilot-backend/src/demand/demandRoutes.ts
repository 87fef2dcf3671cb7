import { InputError } from '@backstage/errors';
import {
  dayOf,
  demandByRefsSchema,
  demandHistoryQuerySchema,
  DemandListItem,
  endOfDay,
  policyPreviewRequestSchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { z } from 'zod';
import { largeInThePast } from '../kernel/cost/Cost';
import { DemandService } from './DemandService';
import { HistoryService } from './HistoryService';
import { PreviewService } from './PreviewService';
import { RankingService } from './RankingService';
import { whoMay } from '../kernel/access/whoMay';
import {
  answerCsv,
  Columns,
  largeAsCsvOrPast,
  wantsCsv,
} from '../kernel/http/answerCsv';
import { parseRanking } from './parseRanking';
import { parseAsOf, parseDay, parseTargetRef } from '../kernel/http/parse';
import { parseQuery } from '../kernel/http/parseQuery';
import { jsonBody, Route, route } from '../kernel/http/Route';

const mostPoints = 400;
/** Days between two points, as the document says. */
const mostStep = 366;

/** The columns of a list as CSV. */
export const demandColumns: Columns<DemandListItem> = [
  ['target', item => item.target],
  ['title', item => item.title],
  ['kind', item => item.kind],
  ['type', item => item.type],
  ['owner', item => item.owner],
  ['system', item => item.system],
  ['division', item => item.division],
  ['phase', item => item.phase],
  ['phaseSince', item => item.phaseSince],
  ['score', item => item.score],
  ['level', item => item.level],
  ['trend', item => item.trend],
  ['growth', item => item.growth],
  ['teams', item => item.counts.teams],
  ['interests', item => item.counts.interests],
  ['useCases', item => item.counts.useCases],
  ['adopters', item => item.counts.adopters],
  ['internal', item => item.counts.internal],
  ['newestAt', item => item.newestAt],
  ['asOf', item => item.asOf],
  ['policy', item => item.policy],
];

/** The demand for one entity, in lists, over time, and under another policy. */
export function demandRoutes(services: {
  demand: DemandService;
  ranking: RankingService;
  history: HistoryService;
  preview: PreviewService;
  clock: () => Date;
}): Route[] {
  const { demand, ranking, history, preview, clock } = services;
  return [
    route({
      method: 'get',
      path: '/demand/:kind/:namespace/:name',
      who: whoMay.readDemand,
      audit: { unaudited: 'One entity of those that the caller sees anyway.' },
      cost: 'small',
      parse: ({ params, query }) => ({
        target: parseTargetRef(params),
        asOf: parseAsOf(query.asOf, clock()),
      }),
      handle: async ({ parsed: { target, asOf }, options, response }) => {
        response.json(await demand.of(target, asOf, options));
      },
    }),
    route({
      method: 'get',
      path: '/demand',
      who: whoMay.readDemand,
      audit: {
        unaudited: 'A page of sums, without who asked.',
        csvEventId: 'demand-csv',
      },
      cost: largeAsCsvOrPast,
      parse: ({ query }) => parseRanking(query, clock()),
      handle: async ({ parsed, options, request, response, note }) => {
        if (!wantsCsv(request)) {
          response.json(await ranking.list(parsed, options));
          return;
        }
        const rows = await ranking.all(parsed, options);
        const file = { name: 'demand', now: clock() };
        note(await answerCsv(response, file, demandColumns, rows));
      },
    }),
    route({
      method: 'post',
      path: '/demand/by-refs',
      who: whoMay.readDemand,
      audit: { unaudited: 'Sums of what the caller names, without who asked.' },
      cost: largeInThePast,
      body: jsonBody(demandByRefsSchema, 1_000_000),
      parse: (_, body) => {
        const { targets, weeks, asOf } = body;
        return {
          refs: targets,
          weeks: weeks ?? false,
          asOf: parseAsOf(asOf, clock()),
        };
      },
      handle: async ({ parsed, options, response }) => {
        response.json(await ranking.byRefs(parsed, options));
      },
    }),
    route({
      method: 'get',
      path: '/demand/:kind/:namespace/:name/history',
      who: whoMay.readDemand,
      audit: { unaudited: 'One entity of those that the caller sees anyway.' },
      cost: 'large',
      parse: ({ params, query }) => ({
        target: parseTargetRef(params),
        span: parseSpan(parseQuery(demandHistoryQuerySchema, query), clock()),
      }),
      handle: async ({ parsed: { target, span }, options, response }) => {
        response.json(await history.history(target, span, options));
      },
    }),
    route({
      method: 'get',
      path: '/policy',
      who: whoMay.readSettings,
      audit: { unaudited: 'It says the same to everybody.' },
      cost: 'small',
      parse: () => undefined,
      handle: async ({ options, response }) => {
        response.json(await demand.policy(options));
      },
    }),
    route({
      method: 'post',
      path: '/policy/preview',
      who: whoMay.previewPolicy,
      audit: { unaudited: 'It changes nothing, and names nobody.' },
      cost: 'alone',
      body: jsonBody(policyPreviewRequestSchema),
      parse: (_, body) => body,
      handle: async ({ parsed, options, response }) => {
        response.json(await preview.preview(parsed, options));
      },
    }),
  ];
}

function parseSpan(
  query: z.output<typeof demandHistoryQuerySchema>,
  now: Date,
) {
  const { step } = query;
  const today = dayOf(now);
  const to = parseDay('to', query.to, now) ?? today;
  const from = parseDay('from', query.from, now) ?? to - 365;
  if (from > to) {
    throw new InputError('from: is after to; give an earlier day');
  }
  const mostDays = mostPoints * mostStep;
  if (to - from > mostDays) {
    const [first] = endOfDay(to - mostDays)
      .toISOString()
      .split('T');
    throw new InputError(
      `from: must be at most ${mostDays} days before to, such as ${first}`,
    );
  }
  if ((to - from) / step > mostPoints) {
    throw new InputError(
      `step: would answer more than ${mostPoints} points; give at least ${Math.ceil(
        (to - from) / mostPoints,
      )} days`,
    );
  }
  return { from, to, step };
}
