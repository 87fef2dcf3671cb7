import {
  adoptedPhasesSchema,
  redatedSchema,
  adoptionSchema,
  catalogChangesTakenSchema,
  checkListSchema,
  decisionPageSchema,
  demandByRefsResultSchema,
  demandHistorySchema,
  demandPageSchema,
  demandSchema,
  everythingImportedSchema,
  dismissedSchema,
  erasedPersonSchema,
  fragmentationSchema,
  importResultSchema,
  interestPageSchema,
  mergeResultSchema,
  orphanedPersonPageSchema,
  orphanedTeamPageSchema,
  orphanPageSchema,
  pilotPageSchema,
  pilotSchema,
  policyPreviewSchema,
  policySchema,
  projectionPageSchema,
  readinessByRefsResultSchema,
  readinessLogSchema,
  readinessSchema,
  rebuiltSchema,
  recordedSchema,
  reportedSchema,
  similarSchema,
  withdrawnPersonSchema,
  storedCheckSchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { Response } from 'supertest';
import { z } from 'zod';

const message = { name: z.string(), message: z.string().min(1) };
const errorSchema = z.object({ error: z.object(message) });
/**
 * The fields of an error are sent along. Of a refusal one more could tell what its
 * message hides.
 */
const refusalSchema = z.object({ error: z.strictObject(message) });
const refusals = [403, 404, 409];

const schemas: Array<[RegExp, z.ZodType]> = [
  [/^(PUT|DELETE) \/interests\//, recordedSchema],
  [/^POST \/interests\/[^/]+\/confirm$/, recordedSchema],
  [/^GET \/interests(\?|$)/, interestPageSchema],
  [/^GET \/demand(\?|$)/, demandPageSchema],
  [/^POST \/demand\/by-refs$/, demandByRefsResultSchema],
  [/^GET \/demand\/([^/]+\/){3}history(\?|$)/, demandHistorySchema],
  [/^GET \/demand\//, demandSchema],
  [/^GET \/similar(\?|$)/, similarSchema],
  [/^GET \/fragmentation(\?|$)/, fragmentationSchema],
  [/^POST \/fragmentation\/dismissals$/, dismissedSchema],
  [/^POST \/merges$/, mergeResultSchema],
  [/^POST \/maintenance\/redate$/, redatedSchema],
  [/^GET \/orphans(\?|$)/, orphanPageSchema],
  [/^POST \/merges\/(teams|persons)$/, mergeResultSchema],
  [/^GET \/orphans\/teams(\?|$)/, orphanedTeamPageSchema],
  [/^GET \/orphans\/persons(\?|$)/, orphanedPersonPageSchema],
  [/^POST \/persons\/withdraw$/, withdrawnPersonSchema],
  [/^POST \/persons\/erase$/, erasedPersonSchema],
  [/^GET \/pilots(\?|$)/, pilotPageSchema],
  [/^POST \/pilots\/declared-phases$/, adoptedPhasesSchema],
  [/^GET \/pilots\/([^/]+\/){2}decisions(\?|$)/, decisionPageSchema],
  [/^GET \/pilots\/([^/]+\/){2}adoption$/, adoptionSchema],
  [/^PUT \/pilots\/([^/]+\/){2}satisfaction$/, adoptionSchema],
  [/^(GET|POST|DELETE) \/pilots\//, pilotSchema],
  [/^GET \/readiness\/checks$/, checkListSchema],
  [/^POST \/readiness\/by-refs$/, readinessByRefsResultSchema],
  [/^POST \/readiness\/([^/]+\/){3}results$/, reportedSchema],
  [/^GET \/readiness\/([^/]+\/){3}log(\?|$)/, readinessLogSchema],
  [/^(GET|POST|DELETE) \/readiness\//, readinessSchema],
  [/^GET \/policy$/, policySchema],
  [/^POST \/policy\/preview$/, policyPreviewSchema],
  [/^POST \/import$/, importResultSchema],
  [/^POST \/maintenance\/check$/, storedCheckSchema],
  [/^POST \/maintenance\/rebuild$/, rebuiltSchema],
  [/^POST \/import\/everything$/, everythingImportedSchema],
  [/^GET \/internal\/projection(\?|$)/, projectionPageSchema],
  [/^POST \/internal\/changes$/, catalogChangesTakenSchema],
];

/**
 * Fails unless an answer is what the clients of the API parse, and nothing
 * beyond: a field that is sent but not described is a mistake as well.
 */
export function checkAnswer(call: string, response: Response): void {
  if (response.status >= 400) {
    const isRefusal = refusals.includes(response.status);
    (isRefusal ? refusalSchema : errorSchema).parse(response.body);
    return;
  }
  const schema = schemas.find(([pattern]) => pattern.test(call))?.[1];
  if (schema && response.type === 'application/json') {
    expect(schema.parse(response.body)).toEqual(response.body);
  }
}
