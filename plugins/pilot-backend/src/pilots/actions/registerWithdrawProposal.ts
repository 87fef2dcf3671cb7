import { pilotExample } from '../openapi/pilotsExamples';
import { parseRef } from '../../kernel/http/parse';
import { whoMay } from '../../kernel/access/whoMay';
import { PhaseService } from '../PhaseService';
import { pilotInput, pilotShape } from './phaseShapes';
import {
  ActionKernel,
  registerAction,
} from '../../kernel/actions/registerAction';

export function registerWithdrawProposal(
  services: ActionKernel & { phases: PhaseService },
): void {
  const { phases } = services;
  registerAction(services, {
    name: 'withdraw-proposal',
    title: 'Take a proposal back',
    description: `
Takes back, for the person who is signed in, the proposal of another phase that they made themselves and that waits for its decision. Nobody else can, and what is decided stays decided. The log keeps that it was proposed and withdrawn; it can be proposed again. Only call it when the person says so. Withdrawing the same proposal again changes nothing.
    `.trim(),
    who: whoMay.withdrawProposal,
    audit: { eventId: 'phase-withdraw', severity: 'medium' },
    cost: 'small',
    attributes: { readOnly: false, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          target: pilotInput(z),
          proposal: z
            .string()
            .max(64)
            .describe('Id of the proposal that get-pilot answered'),
        }),
      output: z => z.object(pilotShape(z)),
    },
    examples: [
      {
        title: 'Taken back',
        input: {
          target: pilotExample.target,
          proposal: pilotExample.proposal!.id,
        },
        output: { ...pilotExample, proposal: null },
      },
    ],
    action: async ({ input, options, note }) => {
      const { target: ref, proposal: id } = input;
      const target = parseRef('target', ref, 'pilot');
      note({ target, id });
      return {
        output: await phases.withdraw(target, id, options),
      };
    },
  });
}
