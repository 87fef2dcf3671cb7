import type { z } from 'zod';
import { adoptionSchema, rateSchema } from '../model/adoption';
import { checkListSchema } from '../model/check';
import {
  adoptedPhasesSchema,
  decideSchema,
  decisionPageSchema,
  proposeSchema,
} from '../model/decision';
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
  readinessByRefsResultSchema,
  readinessByRefsSchema,
  readinessLogQuerySchema,
  readinessLogSchema,
  readinessSchema,
  reportedSchema,
  reportSchema,
  waiveSchema,
} from '../model/readiness';
import { redatedSchema, redateSchema } from '../model/redate';
import {
  dismissedSchema,
  dismissSchema,
  fragmentationQuerySchema,
  fragmentationSchema,
  mergeResultSchema,
  mergeSchema,
  movePersonSchema,
  moveTeamSchema,
  orphanedPersonPageSchema,
  orphanedTeamPageSchema,
  orphanPageSchema,
  similarQuerySchema,
  similarSchema,
} from '../model/similar';
import { setStatusSchema } from '../model/triage';

/** An operation of the API, as a client calls it. */
export interface Endpoint {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** As in the OpenAPI document; kind, namespace and name are those of a target. */
  readonly path: string;
  readonly query?: z.ZodObject;
  /** Schema of a body in JSON; or JSON lines. */
  readonly body?: z.ZodType | 'lines';
  readonly answer: z.ZodType | 'csv' | 'text' | 'nothing';
  /** Sent twice, it changes no more than sent once. */
  readonly idempotent: boolean;
}

type Parts = Pick<Endpoint, 'path' | 'query' | 'body'>;
type Answer = Endpoint['answer'];

const called =
  (method: Endpoint['method'], idempotent: boolean) =>
  (
    path: string,
    answer: Answer,
    parts: Omit<Parts, 'path'> = {},
  ): Endpoint => ({
    method,
    path,
    ...parts,
    answer,
    idempotent,
  });

const get = called('GET', true);
const put = called('PUT', true);
const remove = called('DELETE', true);
/** Declares a POST that may be sent again, for its answer may be lost. */
const postAgain = called('POST', true);
/** Declares a POST that may come to something else the next time. */
const post = called('POST', false);

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
  getReadinessByRefs: postAgain(
    '/readiness/by-refs',
    readinessByRefsResultSchema,
    { body: readinessByRefsSchema },
  ),
  collectReadiness: post(`${readiness}/collect`, readinessSchema),
  attestCheck: postAgain(`${readiness}/attestations`, readinessSchema, {
    body: attestSchema,
  }),
  revokeAttestation: remove(`${readiness}/attestations/{id}`, readinessSchema),
  waiveCheck: postAgain(`${readiness}/waivers`, readinessSchema, {
    body: waiveSchema,
  }),
  revokeWaiver: remove(`${readiness}/waivers/{id}`, readinessSchema),
  reportResults: postAgain(`${readiness}/results`, reportedSchema, {
    body: reportSchema,
  }),
  getReadinessLog: readinessLog,
  getReadinessLogCsv: asCsv(readinessLog),
} as const;

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
  adoptDeclaredPhases: postAgain(
    '/pilots/declared-phases',
    adoptedPhasesSchema,
  ),
  getPilot: get(pilot, pilotSchema),
  proposePhase: postAgain(`${pilot}/proposals`, pilotSchema, {
    body: proposeSchema,
  }),
  decideProposal: postAgain(`${pilot}/proposals/{id}/decision`, pilotSchema, {
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
} as const;

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
  getDemandByRefs: postAgain('/demand/by-refs', demandByRefsResultSchema, {
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
  dismissFragmentation: postAgain(
    '/fragmentation/dismissals',
    dismissedSchema,
    { body: dismissSchema },
  ),
  restoreFragmentation: remove('/fragmentation/dismissals/{id}', 'nothing'),
  mergeTargets: postAgain('/merges', mergeResultSchema, { body: mergeSchema }),
  listOrphans: get('/orphans', orphanPageSchema, { query: pageQuerySchema }),
  moveTeam: postAgain('/merges/teams', mergeResultSchema, {
    body: moveTeamSchema,
  }),
  movePerson: postAgain('/merges/persons', mergeResultSchema, {
    body: movePersonSchema,
  }),
  listOrphanedTeams: get('/orphans/teams', orphanedTeamPageSchema, {
    query: pageQuerySchema,
  }),
  listOrphanedPersons: get('/orphans/persons', orphanedPersonPageSchema, {
    query: pageQuerySchema,
  }),
  withdrawPerson: postAgain('/persons/withdraw', withdrawnPersonSchema, {
    body: withdrawPersonSchema,
  }),
  erasePerson: postAgain('/persons/erase', erasedPersonSchema, {
    body: erasePersonSchema,
  }),
  renewFeed: post('/maintenance/feed', 'nothing'),
  checkStored: postAgain('/maintenance/check', storedCheckSchema, {
    body: maintenancePageSchema,
  }),
  rebuildStored: postAgain('/maintenance/rebuild', rebuiltSchema, {
    body: maintenancePageSchema,
  }),
  redate: postAgain('/maintenance/redate', redatedSchema, {
    body: redateSchema,
  }),
  getPolicy: get('/policy', policySchema),
  previewPolicy: postAgain('/policy/preview', policyPreviewSchema, {
    body: policyPreviewRequestSchema,
  }),
  importLines: postAgain('/import', importResultSchema, { body: 'lines' }),
  exportLines: get('/export', 'text'),
  exportEverything: get('/export/everything', 'text'),
  importEverything: postAgain('/import/everything', everythingImportedSchema, {
    body: 'lines',
  }),
} as const;
