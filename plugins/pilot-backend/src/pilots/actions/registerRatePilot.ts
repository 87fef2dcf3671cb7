import { rateSchema } from '@pilot-to-platform/plugin-pilot-common';
import { adoptionExample, rateExample } from '../openapi/pilotsExamples';
import { parseRef, parseWith } from '../../kernel/http/parse';
import { whoMay } from '../../kernel/access/whoMay';
import { AdoptionService } from '../AdoptionService';
import { adoptionShape } from './adoptionShape';
import { pilotInput } from './phaseShapes';
import {
  ActionKernel,
  registerAction,
  typedByPeople,
} from '../../kernel/actions/registerAction';

export function registerRatePilot(
  services: ActionKernel & { adoption: AdoptionService },
): void {
  const { adoption } = services;
  registerAction(services, {
    name: 'rate-pilot',
    title: 'Say how well a Pilot works for a team',
    description: `
Records, for the person who is signed in, how well a Pilot works for one of their teams that is served by it, from 1 (poor) to 5 (great), and answers its adoption: who is served, how fast and how well. One answer counts for each team and quarter, the last one; the same again changes nothing. Ask the person for the score, never guess it. ${typedByPeople}
    `.trim(),
    who: whoMay.rate,
    audit: { eventId: 'pilot-rate', severity: 'medium' },
    cost: 'small',
    attributes: { readOnly: false, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          target: pilotInput(z),
          team: z
            .string()
            .describe(
              'Ref of a Group that the person belongs to and that is served',
            ),
          score: z.coerce.number().int().describe('1 to 5'),
          note: z.string().nullish().describe('In the words of the person'),
        }),
      output: z => z.object(adoptionShape(z)),
    },
    examples: [
      {
        title: 'It works well',
        input: { target: adoptionExample.target, ...rateExample },
        output: adoptionExample,
      },
    ],
    action: async ({ input, options, note }) => {
      const { target: ref, ...body } = input;
      const target = parseRef('target', ref, 'pilot');
      const command = parseWith(rateSchema, body);
      const { team } = command;
      note({ target, team });
      return {
        output: await adoption.rate(target, command, options),
      };
    },
  });
}
