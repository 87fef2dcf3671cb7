import { pilotExample } from '../openapi/pilotsExamples';
import { parseRef } from '../../kernel/http/parse';
import { whoMay } from '../../kernel/access/whoMay';
import { PhaseService } from '../PhaseService';
import { pilotInput, pilotShape } from './phaseShapes';
import {
  ActionKernel,
  registerAction,
  typedByPeople,
} from '../../kernel/actions/registerAction';

export function registerGetPilot(
  services: ActionKernel & { phases: PhaseService },
): void {
  const { phases } = services;
  registerAction(services, {
    name: 'get-pilot',
    title: 'Get where a Pilot stands and what comes next',
    description: `
One Pilot: its phase and why, its demand and readiness in short, the gate before the next phase with everything that is left, the proposal that waits for its decision with what changed since, what is recommended and why, and what the person can do about it. Use get-demand and get-readiness for what both are made from. ${typedByPeople}
    `.trim(),
    who: whoMay.readPilot,
    audit: { unaudited: 'One Pilot of those that the caller sees anyway.' },
    cost: 'small',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z => z.object({ target: pilotInput(z) }),
      output: z => z.object(pilotShape(z)),
    },
    examples: [
      {
        title: 'A Pilot with a proposal that waits',
        input: { target: pilotExample.target },
        output: pilotExample,
      },
    ],
    action: async ({ input, options }) => {
      const target = parseRef('target', input.target, 'pilot');
      return { output: await phases.pilot(target, options) };
    },
  });
}
