import type { z } from 'zod';
import { adoptionSchema, rateSchema } from '../model/adoption';
import { checkListSchema } from '../model/check';
import {
  adoptedPhasesSchema,
  decideSchema,
  decisionPageSchema,
} from '../model/decision';
import { proposeSchema } from '../model/proposal';
import { demandSchema, recordedSchema } from '../model/demand';
import {
  demandByRefsResultSchema,
  demandByRefsSchema,
  demandHistoryQuerySchema,
  demandPageSchema,
  demandQuerySchema,
  listDemandQuerySchema,
} from '../model/demandList';
import {
  everythingImportedSchema,
  importResultSchema,
} from '../model/exchange';
import { demandHistorySchema } from '../model/history';
import {
  interestPageSchema,
  listInterestsQuerySchema,
  recordInterestSchema,
} from '../model/interest';
import {
  maintenancePageSchema,
  rebuiltSchema,
  storedCheckSchema,
} from '../model/maintenance';
import { pageQuerySchema } from '../model/parameters';
import {
  erasedPersonSchema,
  erasePersonSchema,
  withdrawnPersonSchema,
  withdrawPersonSchema,
} from '../model/persons';
import {
  listPilotsQuerySchema,
  pilotPageSchema,
  pilotSchema,
} from '../model/pilotView';
import { policySchema } from '../model/policy';
import {
  policyPreviewRequestSchema,
  policyPreviewSchema,
} from '../model/preview';
import {
  attestSchema,
  reportedSchema,
  reportSchema,
  waiveSchema,
} from '../model/readinessAnswers';
import {
  readinessByRefsResultSchema,
  readinessByRefsSchema,
  readinessSchema,
} from '../model/readiness';
import {
  readinessLogQuerySchema,
  readinessLogSchema,
} from '../model/readinessLog';
import { redatedSchema, redateSchema } from '../model/redate';
import {
  dismissedSchema,
  dismissSchema,
  fragmentationQuerySchema,
  fragmentationSchema,
} from '../model/fragmentation';
import { mergeResultSchema, mergeSchema } from '../model/merge';
import { movePersonSchema, moveTeamSchema } from '../model/moves';
import {
  orphanedPersonPageSchema,
  orphanedTeamPageSchema,
  orphanPageSchema,
} from '../model/orphans';
import { similarQuerySchema, similarSchema } from '../model/similar';
import { setStatusSchema } from '../model/triage';
import type { PhaseApi } from './PhaseApi';
import type { PilotApi } from './PilotApi';
import type { ReadinessApi } from './ReadinessApi';

/** An operation of the API, as a client calls it. */
export interface Endpoint {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** As in the OpenAPI document; kind, namespace and name are those of a target. */
  readonly path: string;
  readonly query?: z.ZodObject;
  /** Schema of a body in JSON; or JSON lines. */
  readonly body?: z.ZodType | 'lines';
  readonly answer: z.ZodType | 'csv' | 'text' | 'nothing';
}

type Parts = Pick<Endpoint, 'path' | 'query' | 'body'>;
type Answer = Endpoint['answer'];

const called =
  (method: Endpoint['method']) =>
  (
    path: string,
    answer: Answer,
    parts: Omit<Parts, 'path'> = {},
  ): Endpoint => ({
    method,
    path,
    ...parts,
    answer,
  });

const get = called('GET');
const put = called('PUT');
const remove = called('DELETE');
const post = called('POST');

/** The same list as a table, without pages. */
const asCsv = (list: Endpoint): Endpoint => ({ ...list, answer: 'csv' });

const readiness = '/readiness/{kind}/{namespace}/{name}';
const readinessOfOne = get(readiness, readinessSchema);
const readinessLog = get(`${readiness}/log`, readinessLogSchema, {
  query: readinessLogQuerySchema,
});

/** Endpoints of readiness. */
export const readinessEndpoints = {
  listChecks: get('/readiness/checks', checkListSchema),
  getReadiness: readinessOfOne,
  getReadinessCsv: asCsv(readinessOfOne),
  getReadinessByRefs: post('/readiness/by-refs', readinessByRefsResultSchema, {
    body: readinessByRefsSchema,
  }),
  collectReadiness: post(`${readiness}/collect`, readinessSchema),
  attestCheck: post(`${readiness}/attestations`, readinessSchema, {
    body: attestSchema,
  }),
  revokeAttestation: remove(`${readiness}/attestations/{id}`, readinessSchema),
  waiveCheck: post(`${readiness}/waivers`, readinessSchema, {
    body: waiveSchema,
  }),
  revokeWaiver: remove(`${readiness}/waivers/{id}`, readinessSchema),
  reportResults: post(`${readiness}/results`, reportedSchema, {
    body: reportSchema,
  }),
  getReadinessLog: readinessLog,
  getReadinessLogCsv: asCsv(readinessLog),
} as const satisfies Record<keyof ReadinessApi, Endpoint>;

const pilot = '/pilots/{namespace}/{name}';
const pilots = get('/pilots', pilotPageSchema, {
  query: listPilotsQuerySchema,
});
const adoption = get(`${pilot}/adoption`, adoptionSchema);
const decisions = get(`${pilot}/decisions`, decisionPageSchema, {
  query: pageQuerySchema,
});

/** Endpoints of Pilots, their phases, decisions and adoption. */
export const phaseEndpoints = {
  listPilots: pilots,
  listPilotsCsv: asCsv(pilots),
  adoptDeclaredPhases: post('/pilots/declared-phases', adoptedPhasesSchema),
  getPilot: get(pilot, pilotSchema),
  proposePhase: post(`${pilot}/proposals`, pilotSchema, {
    body: proposeSchema,
  }),
  decideProposal: post(`${pilot}/proposals/{id}/decision`, pilotSchema, {
    body: decideSchema,
  }),
  withdrawProposal: remove(`${pilot}/proposals/{id}`, pilotSchema),
  listDecisions: decisions,
  listDecisionsCsv: { ...asCsv(decisions), query: undefined },
  getAdoption: adoption,
  getAdoptionCsv: asCsv(adoption),
  rateSatisfaction: put(`${pilot}/satisfaction`, adoptionSchema, {
    body: rateSchema,
  }),
} as const satisfies Record<keyof PhaseApi, Endpoint>;

const demand = '/demand/{kind}/{namespace}/{name}';
const demands = get('/demand', demandPageSchema, {
  query: listDemandQuerySchema,
});
const interests = get('/interests', interestPageSchema, {
  query: listInterestsQuerySchema,
});

/** Interest, the demand that it adds up to, duplicates, and what operators mend. */
export const interestEndpoints = {
  getDemand: get(demand, demandSchema, { query: demandQuerySchema }),
  listDemand: demands,
  listDemandCsv: asCsv(demands),
  getDemandByRefs: post('/demand/by-refs', demandByRefsResultSchema, {
    body: demandByRefsSchema,
  }),
  getDemandHistory: get(`${demand}/history`, demandHistorySchema, {
    query: demandHistoryQuerySchema,
  }),
  recordInterest: put('/interests/{kind}/{namespace}/{name}', recordedSchema, {
    body: recordInterestSchema,
  }),
  withdrawInterest: remove('/interests/{id}', recordedSchema),
  confirmInterest: post('/interests/{id}/confirm', recordedSchema),
  setInterestStatus: put('/interests/{id}/status', recordedSchema, {
    body: setStatusSchema,
  }),
  listInterests: interests,
  listInterestsCsv: asCsv(interests),
  findSimilar: get('/similar', similarSchema, { query: similarQuerySchema }),
  getFragmentation: get('/fragmentation', fragmentationSchema, {
    query: fragmentationQuerySchema,
  }),
  dismissFragmentation: post('/fragmentation/dismissals', dismissedSchema, {
    body: dismissSchema,
  }),
  restoreFragmentation: remove('/fragmentation/dismissals/{id}', 'nothing'),
  mergeTargets: post('/merges', mergeResultSchema, { body: mergeSchema }),
  listOrphans: get('/orphans', orphanPageSchema, { query: pageQuerySchema }),
  moveTeam: post('/merges/teams', mergeResultSchema, {
    body: moveTeamSchema,
  }),
  movePerson: post('/merges/persons', mergeResultSchema, {
    body: movePersonSchema,
  }),
  listOrphanedTeams: get('/orphans/teams', orphanedTeamPageSchema, {
    query: pageQuerySchema,
  }),
  listOrphanedPersons: get('/orphans/persons', orphanedPersonPageSchema, {
    query: pageQuerySchema,
  }),
  withdrawPerson: post('/persons/withdraw', withdrawnPersonSchema, {
    body: withdrawPersonSchema,
  }),
  erasePerson: post('/persons/erase', erasedPersonSchema, {
    body: erasePersonSchema,
  }),
  renewFeed: post('/maintenance/feed', 'nothing'),
  checkStored: post('/maintenance/check', storedCheckSchema, {
    body: maintenancePageSchema,
  }),
  rebuildStored: post('/maintenance/rebuild', rebuiltSchema, {
    body: maintenancePageSchema,
  }),
  redate: post('/maintenance/redate', redatedSchema, {
    body: redateSchema,
  }),
  getPolicy: get('/policy', policySchema),
  previewPolicy: post('/policy/preview', policyPreviewSchema, {
    body: policyPreviewRequestSchema,
  }),
  importLines: post('/import', importResultSchema, { body: 'lines' }),
  exportLines: get('/export', 'text'),
  exportEverything: get('/export/everything', 'text'),
  importEverything: post('/import/everything', everythingImportedSchema, {
    body: 'lines',
  }),
} as const satisfies Record<
  Exclude<keyof PilotApi, keyof ReadinessApi | keyof PhaseApi>,
  Endpoint
>;
