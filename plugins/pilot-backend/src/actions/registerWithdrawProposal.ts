import { entityRefSchema } from '@pilot-to-platform/plugin-pilot-common';
import { pilotExample } from '../openapi/examples/pilots';
import { audited } from '../router/audited';
import { parseWith } from '../router/parse';
import { ActionServices, person } from './Actions';
import { pilotInput, pilotShape } from './phaseShapes';

export function registerWithdrawProposal({
  registry,
  auth,
  auditor,
  phases,
}: ActionServices): void {
  registry.register({
    name: 'withdraw-proposal',
    title: 'Take a proposal back',
    description: `
Takes back, for the person who is signed in, the proposal of another phase that they made themselves and that waits for its decision. Nobody else can, and what is decided stays decided. The log keeps that it was proposed and withdrawn; it can be proposed again. Only call it when the person says so. Withdrawing the same proposal again changes nothing.
    `.trim(),
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
    action: async ({ input, credentials }) => {
      const { target: ref, proposal: id } = input;
      const target = parseWith(entityRefSchema({ kind: 'pilot' }), ref);
      const asked = person(auth, credentials);
      const user = asked.credentials.principal.userEntityRef;
      return {
        output: await audited(
          auditor,
          { eventId: 'phase-withdraw', meta: { target, id, user } },
          () => phases.withdraw(target, id, asked),
        ),
      };
    },
  });
}
