import {
  demandLevels,
  demandOrders,
  DemandOrder,
  phases,
} from '@pilot-to-platform/plugin-pilot-common';
import { largeInThePast } from '../../kernel/cost/Cost';
import { demandListItemExample } from '../openapi/demandExamples';
import { parseAsOf, parseRef } from '../../kernel/http/parse';
import { whoMay } from '../../kernel/access/whoMay';
import { RankingService } from '../RankingService';
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
} from '../../kernel/actions/shapes';

const usual = 10;
const orders = demandOrders.flatMap(order => [order, `-${order}`]);

export function registerListDemand(
  services: ActionKernel & { ranking: RankingService; clock: () => Date },
): void {
  const { ranking, clock } = services;
  registerAction(services, {
    name: 'list-demand',
    title: 'List entities by demand',
    description: `
Entities of the software catalog ranked by how much teams need them, highest score first unless orderBy says otherwise. Narrow it by kind, phase, level, owner, the team that asks, the least score, or a part of the title. Only what the person can see is listed. Only an absent nextCursor means that there is no more.
Use it for questions such as "which pilots are ready to become platforms", "what does payments ask for" or "what gained demand lately" (orderBy -growth). ${typedByPeople}
    `.trim(),
    who: whoMay.readDemand,
    audit: { unaudited: 'A page of sums, without who asked.' },
    cost: largeInThePast,
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          kind: z.string().optional().describe('Such as Pilot, API, Component'),
          phase: z
            .enum(phases)
            .optional()
            .describe('Only Pilots in this phase'),
          level: z.enum(demandLevels).optional().describe('Only of this level'),
          owner: z
            .string()
            .optional()
            .describe('Ref of the owner, such as group:default/partner-tech'),
          team: z
            .string()
            .optional()
            .describe(
              'Only what this team asks for, such as group:default/payments',
            ),
          text: z.string().optional().describe('Part of a title or name'),
          minScore: z.coerce
            .number()
            .min(0)
            .max(100)
            .optional()
            .describe('The least score, 0 to 100'),
          asOf: asOfInput(z),
          orderBy: z
            .enum(orders as [string, ...string[]])
            .optional()
            .describe('With a leading - from high to low; -score if left out'),
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
              growth: z.number().describe('Points gained over 30 days'),
            }),
          ),
          nextCursor: z.string().optional(),
        }),
    },
    examples: [
      {
        title: 'The five Pilots that are needed most',
        input: { kind: 'Pilot', limit: 5 },
        output: { items: [demandListItemExample] },
      },
      {
        title: 'What gained most within a month',
        input: { orderBy: '-growth' },
      },
    ],
    action: async ({ input, options }) => {
      const lower = input.kind?.toLocaleLowerCase('en-US');
      const orderBy = input.orderBy ?? '-score';
      return {
        output: await ranking.list(
          {
            filter: {
              kinds: lower ? [lower] : undefined,
              phases: input.phase && [input.phase],
              levels: input.level && [input.level],
              owners: input.owner
                ? [parseRef('owner', input.owner)]
                : undefined,
              team: input.team
                ? parseRef('team', input.team, 'group')
                : undefined,
              text: input.text || undefined,
              minScore: input.minScore,
            },
            asOf: parseAsOf(input.asOf, clock()),
            sort: {
              by: orderBy.replace('-', '') as DemandOrder,
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
