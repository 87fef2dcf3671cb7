import { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  dayOf,
  demandByRefsSchema,
  DemandListItem,
  policyPreviewRequestSchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AuthorizedHistory } from '../service/AuthorizedHistory';
import { AuthorizedPreview } from '../service/AuthorizedPreview';
import { AuthorizedRanking } from '../service/AuthorizedRanking';
import { answerCsv, Columns, wantsCsv } from './answerCsv';
import { parseRanking } from './parseRanking';
import { parseAsOf, parseDay, parseTargetRef, parseWith } from './parse';

const mostPoints = 400;

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

/** Demand in lists, over time, and under another policy. */
export function createDemandRouter(options: {
  ranking: AuthorizedRanking;
  history: AuthorizedHistory;
  preview: AuthorizedPreview;
  httpAuth: HttpAuthService;
  clock: () => Date;
}): Router {
  const { ranking, history, preview, httpAuth, clock } = options;
  const router = PromiseRouter();
  const person = async (request: Request) => ({
    credentials: await httpAuth.credentials(request as any, {
      allow: ['user'],
    }),
  });

  router.get('/demand', async (request, response) => {
    const query = parseRanking(request.query);
    const asked = await person(request);
    if (wantsCsv(request)) {
      const rows = await ranking.all(query, asked);
      await answerCsv(
        response,
        { name: 'demand', now: clock() },
        demandColumns,
        rows,
      );
      return;
    }
    response.json(await ranking.list(query, asked));
  });

  router.post('/demand/by-refs', async (request, response) => {
    const { targets, weeks, asOf } = parseWith(
      demandByRefsSchema,
      request.body,
    );
    const result = await ranking.byRefs(
      { refs: targets, weeks: weeks ?? false, asOf: parseAsOf(asOf) },
      await person(request),
    );
    response.json(result);
  });

  router.get(
    '/demand/:kind/:namespace/:name/history',
    async (request, response) => {
      const target = parseTargetRef(request.params);
      const span = parseSpan(request.query, clock());
      response.json(await history.history(target, span, await person(request)));
    },
  );

  router.post('/policy/preview', async (request, response) => {
    const body = parseWith(policyPreviewRequestSchema, request.body);
    response.json(await preview.preview(body, await person(request)));
  });

  return router;
}

function parseSpan(query: Request['query'], now: Date) {
  const today = dayOf(now);
  const to = parseDay('to', query.to) ?? today;
  const from = parseDay('from', query.from) ?? to - 365;
  const step = (query.step as unknown as number | undefined) ?? 7;
  if (to > today) {
    throw new InputError('to: is in the future; give today or an earlier day');
  }
  if (from > to) {
    throw new InputError('from: is after to; give an earlier day');
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
