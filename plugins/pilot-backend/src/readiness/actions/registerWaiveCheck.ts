import { waiveSchema } from '@pilot-to-platform/plugin-pilot-common';
import { readinessExample, waiveExample } from '../openapi/readinessExamples';
import { parseRef, parseWith } from '../../kernel/http/parse';
import { whoMay } from '../../kernel/access/whoMay';
import { AnswerService } from '../AnswerService';
import {
  ActionKernel,
  registerAction,
} from '../../kernel/actions/registerAction';
import { targetInput } from '../../kernel/actions/shapes';
import { readinessShape } from './readinessShape';

export function registerWaiveCheck(
  services: ActionKernel & { answers: AnswerService },
): void {
  const { answers } = services;
  registerAction(services, {
    name: 'waive-check',
    title: 'Waive a readiness check until a day',
    description: `
Exempts an entity from a readiness check until a day, for the person who is signed in, who has to be an approver and must not own the entity. Until then the check counts as passed; everybody sees the reason and who gave it. Before: ask the person why it can wait and until when, and read back what they are about to waive. Never invent a reason. What passes anyway, a waiver does not change. The same again changes nothing.
    `.trim(),
    who: whoMay.waive,
    audit: { eventId: 'readiness-waive', severity: 'medium' },
    cost: 'small',
    attributes: { readOnly: false, idempotent: true, destructive: true },
    schema: {
      input: z =>
        z.object({
          target: targetInput(z),
          check: z
            .string()
            .describe('Id of the check, such as automation.monitoring'),
          reason: z
            .string()
            .describe('Why it can wait, in the words of the person'),
          expiresAt: z.string().describe('A day such as 2027-02-01'),
        }),
      output: z => z.object(readinessShape(z)),
    },
    examples: [
      {
        title: 'Until a contract is signed',
        input: { target: readinessExample.target, ...waiveExample },
        output: readinessExample,
      },
    ],
    action: async ({ input, options, note }) => {
      const { target: ref, ...body } = input;
      const target = parseRef('target', ref);
      const command = parseWith(waiveSchema, body);
      const { check } = command;
      note({ target, check });
      const { view } = await answers.waive(target, command, options);
      return { output: view };
    },
  });
}
