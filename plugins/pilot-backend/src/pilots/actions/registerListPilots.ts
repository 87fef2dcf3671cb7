import { listPilotsQuerySchema } from '@pilot-to-platform/plugin-pilot-common';
import { largeInThePast } from '../../kernel/cost/Cost';
import { pilotPageExample } from '../openapi/pilotsExamples';
import { toRanking } from '../../demand/parseRanking';
import { whoMay } from '../../kernel/access/whoMay';
import { PilotListService } from '../PilotListService';
import { readinessSummaryShape, recommendationShape } from './phaseShapes';
import {
  ActionKernel,
  registerAction,
  typedByPeople,
} from '../../kernel/actions/registerAction';
import {
  argumentsOf,
  limitArgument,
  parseArguments,
} from '../../kernel/actions/argumentsOf';
import { cardShape, demandShape } from '../../kernel/actions/shapes';

/** The conditions of the list, without those that assistants have no use for. */
const conditions = listPilotsQuerySchema
  .omit({
    namespace: true,
    type: true,
    system: true,
    division: true,
    level: true,
    team: true,
    minScore: true,
    q: true,
    weeks: true,
    total: true,
  })
  .extend({
    text: listPilotsQuerySchema.shape.q,
    limit: limitArgument(50, 10),
  });

export function registerListPilots(
  services: ActionKernel & { pilots: PilotListService; clock: () => Date },
): void {
  const { pilots, clock } = services;
  registerAction(services, {
    name: 'list-pilots',
    title: 'List Pilots with what comes next',
    description: `
The portfolio of Pilots: demand, phase, readiness (overall and weakest dimension), what is left before the next phase, the proposal that waits, and what is recommended, with its reasons. Highest demand first unless orderBy says otherwise. Only what the person can see is listed, and only an absent nextCursor means that there is no more.
Use it for "which pilots should we invest in" (recommended: invest), "what waits for my decision" (proposed: true) or "whose answers lapse soon" (expiring: true). ${typedByPeople}
    `.trim(),
    who: whoMay.readPilot,
    audit: { unaudited: 'A page of sums, without who asked.' },
    cost: largeInThePast,
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z => z.object(argumentsOf(z, conditions)),
      output: z =>
        z.object({
          items: z.array(
            z.object({
              ...cardShape(z),
              ...demandShape(z),
              readiness: readinessSummaryShape(z),
              gate: z
                .object({
                  to: z.string(),
                  open: z.boolean(),
                  left: z.number().describe('How many things are left'),
                })
                .nullable(),
              recommendation: recommendationShape(z).nullable(),
              proposal: z
                .object({
                  id: z.string(),
                  to: z.string(),
                  by: z.string(),
                  at: z.string(),
                })
                .nullable(),
            }),
          ),
          nextCursor: z.string().optional(),
        }),
    },
    examples: [
      {
        title: 'What to invest in next',
        input: { recommended: 'invest', limit: 5 },
        output: { items: pilotPageExample.items },
      },
      { title: 'What waits for a decision', input: { proposed: true } },
    ],
    action: async ({ input, options }) => {
      const { text, expiring, ...query } = parseArguments(conditions, input);
      return {
        output: await pilots.list(
          { ...toRanking({ ...query, q: text }, clock()), expiring },
          options,
        ),
      };
    },
  });
}
