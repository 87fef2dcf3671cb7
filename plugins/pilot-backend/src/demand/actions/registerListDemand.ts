import { listDemandQuerySchema } from '@pilot-to-platform/plugin-pilot-common';
import { largeInThePast } from '../../kernel/cost/Cost';
import { demandListItemExample } from '../openapi/demandExamples';
import { whoMay } from '../../kernel/access/whoMay';
import { toRanking } from '../parseRanking';
import { RankingService } from '../RankingService';
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
const conditions = listDemandQuerySchema
  .omit({
    namespace: true,
    type: true,
    system: true,
    division: true,
    q: true,
    weeks: true,
    total: true,
  })
  .extend({
    text: listDemandQuerySchema.shape.q,
    limit: limitArgument(50, 10),
  });

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
      input: z => z.object(argumentsOf(z, conditions)),
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
      const { text, ...query } = parseArguments(conditions, input);
      return {
        output: await ranking.list(
          toRanking({ ...query, q: text }, clock()),
          options,
        ),
      };
    },
  });
}
