import { adoptionExample } from '../openapi/pilotsExamples';
import { parseRef } from '../../kernel/http/parse';
import { whoMay } from '../../kernel/access/whoMay';
import { AdoptionService } from '../AdoptionService';
import { adoptionShape } from './adoptionShape';
import { pilotInput } from './phaseShapes';
import {
  ActionKernel,
  registerAction,
  typedByPeople,
} from '../../kernel/actions/registerAction';

export function registerGetAdoption(
  services: ActionKernel & { adoption: AdoptionService },
): void {
  const { adoption } = services;
  registerAction(services, {
    name: 'get-adoption',
    title: 'Get whom a Pilot serves, how fast and how well',
    description: `
The adoption of one Pilot: how many teams it serves and how that grew, how many days a team waits, the share served when no manual step was left, and how satisfied the adopters are, in all and by quarter. Null means not known: never tell it as 0. Teams that the person cannot see are counted and not named. Nothing is written; use rate-pilot to answer for a team. ${typedByPeople}
    `.trim(),
    who: whoMay.readPilot,
    audit: { unaudited: 'One Pilot of those that the caller sees anyway.' },
    cost: 'small',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z => z.object({ target: pilotInput(z) }),
      output: z => z.object(adoptionShape(z)),
    },
    examples: [
      {
        title: 'Two teams are served',
        input: { target: adoptionExample.target },
        output: adoptionExample,
      },
    ],
    action: async ({ input, options }) => {
      const target = parseRef('target', input.target, 'pilot');
      return { output: await adoption.adoption(target, options) };
    },
  });
}
