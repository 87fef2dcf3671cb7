import {
  demandOrders,
  phases,
  recommendations,
} from '@pilot-to-platform/plugin-pilot-common';
import { largeInThePast } from '../../kernel/cost/Cost';
import { pilotPageExample } from '../openapi/pilotsExamples';
import { parseAsOf, parseRef } from '../../kernel/http/parse';
import { PilotsQuery } from '../PilotListService';
import { whoMay } from '../../kernel/access/whoMay';
import { PilotListService } from '../PilotListService';
import { readinessSummaryShape, recommendationShape } from './phaseShapes';
import {
  ActionKernel,
  registerAction,
  typedByPeople,
} from '../../kernel/actions/registerAction';
import {
  asOfInput,
  cardShape,
  demandShape,
  limitInput,
  truth,
} from '../../kernel/actions/shapes';

const usual = 10;
const orders = [...demandOrders, 'readiness', 'phase'].flatMap(order => [
  order,
  `-${order}`,
]);

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
      input: z =>
        z.object({
          phase: z
            .enum(phases)
            .optional()
            .describe('Only Pilots in this phase'),
          recommended: z
            .enum(recommendations)
            .optional()
            .describe('Only Pilots for which this is recommended'),
          proposed: truth(z)
            .optional()
            .describe('With a proposal that waits for its decision'),
          expiring: truth(z)
            .optional()
            .describe('With answers that lapse within 14 days'),
          owner: z
            .string()
            .optional()
            .describe('Ref of the owner, such as group:default/partner-tech'),
          text: z.string().optional().describe('Part of a title or name'),
          orderBy: z
            .enum(orders as [string, ...string[]])
            .optional()
            .describe('With a leading - from high to low; -score if left out'),
          asOf: asOfInput(z),
          limit: limitInput(z, 50, usual),
          cursor: z
            .string()
            .optional()
            .describe('nextCursor of the page before'),
        }),
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
      const orderBy = input.orderBy ?? '-score';
      return {
        output: await pilots.list(
          {
            filter: {
              phases: input.phase && [input.phase],
              recommended: input.recommended && [input.recommended],
              proposed: input.proposed,
              owners: input.owner
                ? [parseRef('owner', input.owner)]
                : undefined,
              text: input.text || undefined,
            },
            expiring: input.expiring,
            asOf: parseAsOf(input.asOf, clock()),
            sort: {
              by: orderBy.replace('-', '') as PilotsQuery['sort']['by'],
              descending: orderBy.startsWith('-'),
            },
            weeks: false,
            total: false,
            cursor: input.cursor,
            limit: input.limit ?? usual,
          },
          options,
        ),
      };
    },
  });
}
