import { similarExample } from '../openapi/similarExamples';
import { parseRef } from '../../kernel/http/parse';
import { whoMay } from '../../kernel/access/whoMay';
import { SimilarService } from '../SimilarService';
import {
  ActionKernel,
  registerAction,
  typedByPeople,
} from '../../kernel/actions/registerAction';
import { cardShape, limitInput } from '../../kernel/actions/shapes';

const usual = 5;

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
      input: z =>
        z.object({
          target: z
            .string()
            .optional()
            .describe('Like this entity, such as pilot:default/file-drop'),
          title: z.string().max(200).optional().describe('Like this title'),
          text: z
            .string()
            .max(4000)
            .optional()
            .describe('Like this description or problem'),
          capability: z
            .string()
            .max(63)
            .optional()
            .describe('With this capability, a slug such as data-sharing'),
          limit: limitInput(z, 20, usual),
        }),
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
      const { target, limit = usual, ...words } = input;
      const query = {
        ...words,
        target: target ? parseRef('target', target) : undefined,
        limit,
      };
      return { output: await similar.find(query, options) };
    },
  });
}
