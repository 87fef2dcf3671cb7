import { demandQuerySchema } from '@pilot-to-platform/plugin-pilot-common';
import { demandExample } from '../openapi/demandExamples';
import { policyExample } from '../openapi/policyExamples';
import { parseAsOf, parseRef } from '../../kernel/http/parse';
import { whoMay } from '../../kernel/access/whoMay';
import { DemandService } from '../DemandService';
import { demandSentences } from './demandSentences';
import {
  ActionKernel,
  registerAction,
} from '../../kernel/actions/registerAction';
import { argumentsOf } from '../../kernel/actions/argumentsOf';
import {
  demandShape,
  partShape,
  raiseShape,
  targetInput,
  teamShape,
} from '../../kernel/actions/shapes';

export function registerExplainDemand(
  services: ActionKernel & { demand: DemandService; clock: () => Date },
): void {
  const { demand: demands, clock } = services;
  registerAction(services, {
    name: 'explain-demand',
    title: 'Explain the demand for an entity',
    description: `
Why the demand score of one entity is what it is: sentences in plain English, and the same in numbers. It says what counts, how the three parts (number of asks, breadth over teams, how specific the asks are) multiply to the score, which part holds it down most, which teams it comes from, and what would raise it by how many points. The numbers are exact; do not compute others from them.
    `.trim(),
    who: whoMay.readDemand,
    audit: { unaudited: 'One entity of those that the caller sees anyway.' },
    cost: 'small',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          target: targetInput(z),
          ...argumentsOf(z, demandQuerySchema),
        }),
      output: z =>
        z.object({
          ...demandShape(z),
          sentences: z.array(z.string()).describe('The explanation, in order'),
          parts: z.array(partShape(z)),
          teams: z.array(teamShape(z)),
          raise: z
            .array(raiseShape(z))
            .describe('What would raise the score, highest gain first'),
          rollUp: z
            .array(z.object({ target: z.string(), interests: z.number() }))
            .describe('Interests that came through what implements a Pilot'),
          unconfirmed: z
            .array(
              z.object({ target: z.string(), owner: z.string().nullable() }),
            )
            .optional()
            .describe(
              'What a Pilot says that it is implemented by, whose owner has not confirmed it: it does not count',
            ),
          policy: z.string().describe('Fingerprint of the policy'),
        }),
    },
    examples: [
      {
        title: 'Why a Pilot is strong',
        input: { target: demandExample.target },
        output: {
          ...demandExample,
          sentences: demandSentences(demandExample, policyExample),
        },
      },
    ],
    action: async ({ input, options }) => {
      const target = parseRef('target', input.target);
      const asOf = parseAsOf(input.asOf, clock());
      const demand = await demands.of(target, asOf, options);
      const policy = await demands.policy(options);
      return {
        output: { ...demand, sentences: demandSentences(demand, policy) },
      };
    },
  });
}
