import {
  phaseTransitions,
  proposeSchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { pilotExample, proposeExample } from '../openapi/pilotsExamples';
import { parseRef, parseWith } from '../../kernel/http/parse';
import { whoMay } from '../../kernel/access/whoMay';
import { PhaseService } from '../PhaseService';
import { pilotInput, pilotShape } from './phaseShapes';
import {
  ActionKernel,
  registerAction,
} from '../../kernel/actions/registerAction';
import { truth } from '../../kernel/actions/shapes';

export function registerProposePhase(
  services: ActionKernel & { phases: PhaseService },
): void {
  const { phases } = services;
  registerAction(services, {
    name: 'propose-phase',
    title: 'Propose another phase for a Pilot',
    description: `
Proposes, for the person who is signed in and whose team owns the Pilot, to invest (build-out), to launch (platform), to keep it as a point-solution, to retire it, or to reopen it. Approvers are notified, and somebody else than the person decides. Before: look with get-pilot whether it can be proposed (can has true for the transition) and what is left, ask the person why now, and read back what they are about to propose. Never invent the reason: the decision keeps it for good.
There is one proposal at a time; the same again, while it waits, changes nothing.
    `.trim(),
    who: whoMay.propose,
    audit: { eventId: 'phase-propose', severity: 'medium' },
    cost: 'small',
    attributes: { readOnly: false, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          target: pilotInput(z),
          to: z
            .enum(phaseTransitions)
            .describe('The phase that is proposed, or reopen'),
          reason: z.string().describe('Why now, in the words of the person'),
          bypass: truth(z)
            .optional()
            .describe(
              'Only to build-out, past a closed gate, where the Pilot declares platformScale and the person asks for it',
            ),
          version: z.coerce
            .number()
            .int()
            .optional()
            .describe('The version that get-pilot answered'),
        }),
      output: z =>
        z.object({
          created: z
            .boolean()
            .describe('A new proposal, or one that was there'),
          pilot: z.object(pilotShape(z)),
        }),
    },
    examples: [
      {
        title: 'To invest in it',
        input: { target: pilotExample.target, ...proposeExample },
        output: { created: true, pilot: pilotExample },
      },
    ],
    action: async ({ input, options, note }) => {
      const { target: ref, ...body } = input;
      const target = parseRef('target', ref, 'pilot');
      const command = parseWith(proposeSchema, body);
      const { to, bypass = false } = command;
      note({ target, to, bypass });
      return {
        output: await phases.propose(target, command, options),
      };
    },
  });
}
