import { parseEntityRef } from '@backstage/catalog-model';
import {
  attestSchema,
  CheckResult,
  readinessByRefsSchema,
  ReadinessLogEntry,
  readinessLogQuerySchema,
  reportSchema,
  waiveSchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { AnswerService } from './AnswerService';
import { ReadinessService } from './ReadinessService';
import { whoMay } from '../kernel/access/whoMay';
import {
  answerCsv,
  Columns,
  largeAsCsv,
  wantsCsv,
} from '../kernel/http/answerCsv';
import { parseTargetRef } from '../kernel/http/parse';
import { parseQuery } from '../kernel/http/parseQuery';
import { jsonBody, Route, route } from '../kernel/http/Route';

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
const oneEntity = 'One entity of those that the caller sees anyway.';

/** Routes that read the readiness of entities and record answers about it. */
export function readinessRoutes(services: {
  readiness: ReadinessService;
  answers: AnswerService;
  clock: () => Date;
}): Route[] {
  const { readiness, answers, clock } = services;
  return [
    route({
      method: 'get',
      path: '/readiness/checks',
      who: whoMay.readSettings,
      audit: { unaudited: 'It says the same to everybody.' },
      cost: 'small',
      parse: () => undefined,
      handle: async ({ options, response }) => {
        response.json(await readiness.checks(options));
      },
    }),
    route({
      method: 'post',
      path: '/readiness/by-refs',
      who: whoMay.readManyReadiness,
      audit: { unaudited: 'Entities that the caller sees anyway.' },
      cost: 'small',
      body: jsonBody(readinessByRefsSchema, 1_000_000),
      parse: (_, body) => body,
      handle: async ({ parsed: { targets }, options, response }) => {
        response.json(await readiness.byRefs(targets, options));
      },
    }),
    route({
      method: 'get',
      path,
      who: whoMay.readReadiness,
      audit: { unaudited: oneEntity, csvEventId: 'readiness-csv' },
      cost: largeAsCsv,
      parse: ({ params }) => ({ target: parseTargetRef(params) }),
      meta: ({ target }) => ({ target }),
      handle: async ({
        parsed: { target },
        options,
        request,
        response,
        note,
      }) => {
        const found = await readiness.readiness(target, options);
        if (!wantsCsv(request)) {
          response.json(found);
          return;
        }
        const name = `${parseEntityRef(target).name}-readiness`;
        const file = { name, now: clock() };
        note(await answerCsv(response, file, columns, found.checks));
      },
    }),
    route({
      method: 'get',
      path: `${path}/log`,
      who: whoMay.readReadiness,
      audit: { unaudited: oneEntity, csvEventId: 'readiness-log-csv' },
      cost: largeAsCsv,
      parse: ({ params, query }) => {
        const asked = parseQuery(readinessLogQuerySchema, query);
        return { target: parseTargetRef(params), ...asked };
      },
      meta: ({ target }) => ({ target }),
      handle: async ({ parsed, options, request, response, note }) => {
        const { target, ...query } = parsed;
        if (!wantsCsv(request)) {
          response.json(await readiness.log(target, query, options));
          return;
        }
        const { check } = query;
        const rows = await readiness.wholeLog(target, { check }, options);
        const name = `${parseEntityRef(target).name}-readiness-log`;
        const file = { name, now: clock() };
        note(await answerCsv(response, file, logColumns, rows));
      },
    }),
    route({
      method: 'post',
      path: `${path}/collect`,
      who: whoMay.readReadiness,
      audit: { eventId: 'readiness-collect', severity: 'medium' },
      cost: 'small',
      parse: ({ params }) => ({ target: parseTargetRef(params) }),
      meta: ({ target }) => ({ target }),
      handle: async ({ parsed: { target }, options, response }) => {
        response.json(await readiness.collect(target, options));
      },
    }),
    ...signatureRoutes(answers),
    route({
      method: 'post',
      path: `${path}/results`,
      who: whoMay.report,
      audit: { eventId: 'readiness-report', severity: 'medium' },
      cost: 'small',
      body: jsonBody(reportSchema, 1_000_000),
      parse: ({ params }, body) => ({
        target: parseTargetRef(params),
        command: body,
      }),
      meta: ({ target, command }) => ({
        target,
        checks: command.map(({ check }) => check),
      }),
      handle: async ({ parsed: { target, command }, options, response }) => {
        response.json(await answers.report(target, command, options));
      },
    }),
  ];
}

/** Routes that sign answers to checks, and take them back. */
function signatureRoutes(answers: AnswerService): Route[] {
  return [
    route({
      method: 'post',
      path: `${path}/attestations`,
      who: whoMay.attest,
      audit: { eventId: 'readiness-attest', severity: 'medium' },
      cost: 'small',
      body: jsonBody(attestSchema),
      parse: ({ params }, body) => ({
        target: parseTargetRef(params),
        command: body,
      }),
      meta: ({ target, command: { check } }) => ({ target, check }),
      handle: async ({ parsed: { target, command }, options, response }) => {
        const signed = await answers.attest(target, command, options);
        response.status(signed.result ? 201 : 200).json(signed.view);
      },
    }),
    route({
      method: 'delete',
      path: `${path}/attestations/:id`,
      who: whoMay.attest,
      audit: { eventId: 'readiness-attest-revoke', severity: 'medium' },
      cost: 'small',
      parse: ({ params }) => ({
        target: parseTargetRef(params),
        id: params.id,
      }),
      meta: ({ target, id }) => ({ target, id }),
      handle: async ({ parsed: { target, id }, options, response }) => {
        response.json(await answers.revokeAttestation(target, id, options));
      },
    }),
    route({
      method: 'post',
      path: `${path}/waivers`,
      who: whoMay.waive,
      audit: { eventId: 'readiness-waive', severity: 'medium' },
      cost: 'small',
      body: jsonBody(waiveSchema),
      parse: ({ params }, body) => ({
        target: parseTargetRef(params),
        command: body,
      }),
      meta: ({ target, command: { check } }) => ({ target, check }),
      handle: async ({ parsed: { target, command }, options, response }) => {
        const signed = await answers.waive(target, command, options);
        response.status(signed.result ? 201 : 200).json(signed.view);
      },
    }),
    route({
      method: 'delete',
      path: `${path}/waivers/:id`,
      who: whoMay.waive,
      audit: { eventId: 'readiness-waive-revoke', severity: 'medium' },
      cost: 'small',
      parse: ({ params }) => ({
        target: parseTargetRef(params),
        id: params.id,
      }),
      meta: ({ target, id }) => ({ target, id }),
      handle: async ({ parsed: { target, id }, options, response }) => {
        response.json(await answers.revokeWaiver(target, id, options));
      },
    }),
  ];
}
