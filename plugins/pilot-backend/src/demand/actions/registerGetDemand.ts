import { demandQuerySchema } from '@pilot-to-platform/plugin-pilot-common';
import { demandExample } from '../openapi/demandExamples';
import { parseAsOf, parseRef } from '../../kernel/http/parse';
import { whoMay } from '../../kernel/access/whoMay';
import { DemandService } from '../DemandService';
import {
  ActionKernel,
  registerAction,
} from '../../kernel/actions/registerAction';
import { argumentsOf } from '../../kernel/actions/argumentsOf';
import {
  demandShape,
  targetInput,
  teamShape,
} from '../../kernel/actions/shapes';

export function registerGetDemand(
  services: ActionKernel & { demand: DemandService; clock: () => Date },
): void {
  const { demand, clock } = services;
  registerAction(services, {
    name: 'get-demand',
    title: 'Get the demand for an entity',
    description: `
How much other teams need one entity of the software catalog (a Pilot, API, Component, Resource or System): the demand score from 0 to 100 with its level, how many interests and teams it is made from, and each team's share. Any entity that the person can see has a demand; 0 and "none" mean that nobody asked.
Use explain-demand to say why the score is what it is, and list-demand to compare entities.
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
        z.object({ ...demandShape(z), teams: z.array(teamShape(z)) }),
    },
    examples: [
      {
        title: 'The demand for a Pilot now',
        input: { target: demandExample.target },
        output: demandExample,
      },
      {
        title: 'What it was at the end of a day',
        input: { target: demandExample.target, asOf: '2026-05-01' },
      },
    ],
    action: async ({ input, options }) => {
      const target = parseRef('target', input.target);
      const asOf = parseAsOf(input.asOf, clock());
      return { output: await demand.of(target, asOf, options) };
    },
  });
}
