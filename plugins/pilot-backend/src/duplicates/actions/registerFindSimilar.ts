import { similarQuerySchema } from '@pilot-to-platform/plugin-pilot-common';
import { similarExample } from '../openapi/similarExamples';
import { whoMay } from '../../kernel/access/whoMay';
import { SimilarService } from '../SimilarService';
import {
  ActionKernel,
  registerAction,
  typedByPeople,
} from '../../kernel/actions/registerAction';
import { argumentsOf, parseArguments } from '../../kernel/actions/argumentsOf';
import { cardShape } from '../../kernel/actions/shapes';

export function registerFindSimilar(
  services: ActionKernel & { similar: SimilarService },
): void {
  const { similar } = services;
  registerAction(services, {
    name: 'find-similar',
    title: 'Find what looks alike',
    description: `
Entities of the software catalog that look like an entity, like words, or that share a capability, most similar first, each with the reasons. Use it before somebody records an interest, starts a Pilot or builds something, to find what is there already or on its way. Give at least one of target, title, text and capability. Similarity comes from words, not from meaning: try other words before you conclude that there is nothing. ${typedByPeople}
    `.trim(),
    who: whoMay.readDemand,
    audit: { unaudited: 'Entities that the caller sees anyway.' },
    cost: 'small',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z => z.object(argumentsOf(z, similarQuerySchema)),
      output: z =>
        z.object({
          items: z.array(
            z.object({
              ...cardShape(z),
              score: z.number().describe('Its demand, 0 to 100'),
              level: z.string(),
              teams: z.number().describe('Teams that ask for it'),
              similarity: z.number().describe('0 to 1'),
              reasons: z.array(
                z.object({
                  code: z.enum(['capability', 'words']),
                  capability: z.string().optional(),
                  words: z.array(z.string()).optional(),
                }),
              ),
            }),
          ),
        }),
    },
    examples: [
      {
        title: 'Is there something like it?',
        input: {
          title: 'Partner file drop',
          text: 'Partners wait days for their extracts',
        },
        output: similarExample,
      },
    ],
    action: async ({ input, options }) => {
      const query = parseArguments(similarQuerySchema, input);
      return { output: await similar.find(query, options) };
    },
  });
}
