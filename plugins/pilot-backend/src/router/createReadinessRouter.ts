import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  attestSchema,
  CheckResult,
  readinessByRefsSchema,
  ReadinessLogEntry,
  reportSchema,
  waiveSchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AuthorizedAnswers } from '../service/AuthorizedAnswers';
import { AuthorizedReadiness } from '../service/AuthorizedReadiness';
import { answerCsv, Columns, wantsCsv } from './answerCsv';
import { audited } from './audited';
import { parseTargetRef, parseWith } from './parse';

/** The columns of the checks of an entity as CSV. */
const columns: Columns<CheckResult> = [
  ['id', check => check.id],
  ['dimension', check => check.dimension],
  ['question', check => check.question],
  ['verdict', check => check.verdict],
  ['required', check => check.required.join(' ')],
  ['weight', check => check.weight],
  ['source', check => check.source],
  ['by', check => check.by],
  ['at', check => check.at],
  ['expiresAt', check => check.expiresAt],
  ['note', check => check.note],
  ['evidence', check => check.evidence],
  ['lastVerdict', check => check.lastAnswer?.verdict],
  ['lastAt', check => check.lastAnswer?.at],
  ['fix', check => check.fix.text],
  ['fixLink', check => check.fix.link],
  ['fixBy', check => check.fix.by],
];

/** The columns of what was said of them as CSV. */
const logColumns: Columns<ReadinessLogEntry> = [
  ['at', line => line.at],
  ['type', line => line.type],
  ['check', line => line.check],
  ['verdict', line => line.verdict],
  ['by', line => line.by],
  ['source', line => line.source],
  ['note', line => line.note],
  ['evidence', line => line.evidence],
  ['expiresAt', line => line.expiresAt],
];

const path = '/readiness/:kind/:namespace/:name';

/** What is missing before others can build on an entity, and who says so. */
export function createReadinessRouter(options: {
  readiness: AuthorizedReadiness;
  answers: AuthorizedAnswers;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  clock: () => Date;
}): Router {
  const { readiness, answers, httpAuth, auditor, clock } = options;
  const router = PromiseRouter();
  const asked = async (
    request: Request,
    allow: Array<'user' | 'service'> = ['user'],
  ) => ({
    credentials: await httpAuth.credentials(request as any, { allow }),
  });

  router.get('/readiness/checks', async (request, response) => {
    response.json(await readiness.checks(await asked(request)));
  });

  router.post('/readiness/by-refs', async (request, response) => {
    const { targets } = parseWith(readinessByRefsSchema, request.body);
    response.json(await readiness.byRefs(targets, await asked(request)));
  });

  router.get(path, async (request, response) => {
    const target = parseTargetRef(request.params);
    const found = await readiness.readiness(target, await asked(request));
    if (!wantsCsv(request)) {
      response.json(found);
      return;
    }
    const name = `${parseEntityRef(target).name}-readiness`;
    const rows = async function* rows() {
      yield* found.checks;
    };
    await answerCsv(response, { name, now: clock() }, columns, rows());
  });

  router.get(`${path}/log`, async (request, response) => {
    const target = parseTargetRef(request.params);
    const { check, cursor, limit } = request.query as Record<string, any>;
    if (wantsCsv(request)) {
      const by = await asked(request);
      const rows = await readiness.wholeLog(target, { check }, by);
      const name = `${parseEntityRef(target).name}-readiness-log`;
      await answerCsv(response, { name, now: clock() }, logColumns, rows);
      return;
    }
    const query = { check, cursor, limit: limit ?? 50 };
    response.json(await readiness.log(target, query, await asked(request)));
  });

  router.post(`${path}/collect`, async (request, response) => {
    const target = parseTargetRef(request.params);
    const by = await asked(request);
    const found = await audited(
      auditor,
      { eventId: 'readiness-collect', request, meta: { target } },
      () => readiness.collect(target, by),
    );
    response.json(found);
  });

  router.post(`${path}/attestations`, async (request, response) => {
    const target = parseTargetRef(request.params);
    const command = parseWith(attestSchema, request.body);
    const by = await asked(request);
    const { check } = command;
    const { view, result: created } = await audited(
      auditor,
      { eventId: 'readiness-attest', request, meta: { target, check } },
      () => answers.attest(target, command, by),
    );
    response.status(created ? 201 : 200).json(view);
  });

  router.delete(`${path}/attestations/:id`, async (request, response) => {
    const target = parseTargetRef(request.params);
    const { id } = request.params;
    const by = await asked(request);
    const view = await audited(
      auditor,
      { eventId: 'readiness-attest-revoke', request, meta: { target, id } },
      () => answers.revokeAttestation(target, id, by),
    );
    response.json(view);
  });

  router.post(`${path}/waivers`, async (request, response) => {
    const target = parseTargetRef(request.params);
    const command = parseWith(waiveSchema, request.body);
    const by = await asked(request);
    const { check } = command;
    const { view, result: created } = await audited(
      auditor,
      { eventId: 'readiness-waive', request, meta: { target, check } },
      () => answers.waive(target, command, by),
    );
    response.status(created ? 201 : 200).json(view);
  });

  router.delete(`${path}/waivers/:id`, async (request, response) => {
    const target = parseTargetRef(request.params);
    const { id } = request.params;
    const by = await asked(request);
    const view = await audited(
      auditor,
      { eventId: 'readiness-waive-revoke', request, meta: { target, id } },
      () => answers.revokeWaiver(target, id, by),
    );
    response.json(view);
  });

  router.post(`${path}/results`, async (request, response) => {
    const target = parseTargetRef(request.params);
    const command = parseWith(reportSchema, request.body);
    const by = await asked(request, ['user', 'service']);
    const checks = command.map(({ check }) => check);
    const reported = await audited(
      auditor,
      { eventId: 'readiness-report', request, meta: { target, checks } },
      () => answers.report(target, command, by),
    );
    response.json(reported);
  });

  return router;
}
