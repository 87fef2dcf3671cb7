import { readinessExample } from '../openapi/readinessExamples';
import { parseRef } from '../../kernel/http/parse';
import { whoMay } from '../../kernel/access/whoMay';
import { AnswerService } from '../AnswerService';
import {
  ActionKernel,
  registerAction,
} from '../../kernel/actions/registerAction';
import { targetInput } from '../../kernel/actions/shapes';
import { readinessShape } from './readinessShape';

export function registerRevokeSignature(
  services: ActionKernel & { answers: AnswerService },
): void {
  const { answers } = services;
  registerAction(services, {
    name: 'revoke-signature',
    title: 'Take an attestation or a waiver back',
    description: `
Takes back, for the person who is signed in, the attestation that stands for a check of an entity that their team owns, or the waiver that stands for it, as an approver of another team. What was reported or found out counts again, so a gate may close. The log keeps what was signed and that it was taken back. Only call it when the person says so: look with get-readiness for the id in attestation or waiver of the check, and whether can.revokeAttestation or can.revokeWaiver is true. The same again changes nothing.
    `.trim(),
    who: whoMay.revokeSignature,
    audit: {
      eventId: ({ type }) =>
        type === 'attestation'
          ? 'readiness-attest-revoke'
          : 'readiness-waive-revoke',
      severity: 'medium',
    },
    cost: 'small',
    attributes: { readOnly: false, idempotent: true, destructive: true },
    schema: {
      input: z =>
        z.object({
          target: targetInput(z),
          type: z
            .enum(['attestation', 'waiver'])
            .describe('What is taken back'),
          id: z
            .string()
            .max(64)
            .describe('What get-readiness answered as attestation or waiver'),
        }),
      output: z => z.object(readinessShape(z)),
    },
    examples: [
      {
        title: 'An attestation that holds no more',
        input: {
          target: readinessExample.target,
          type: 'attestation',
          id: '5f3c8f8e-3a55-4a7e-9d1b-0f6a3b8f2c11',
        },
        output: readinessExample,
      },
    ],
    action: async ({ input, options, note }) => {
      const { target: ref, type, id } = input;
      const target = parseRef('target', ref);
      note({ target, id });
      const output =
        type === 'attestation'
          ? await answers.revokeAttestation(target, id, options)
          : await answers.revokeWaiver(target, id, options);
      return { output };
    },
  });
}
