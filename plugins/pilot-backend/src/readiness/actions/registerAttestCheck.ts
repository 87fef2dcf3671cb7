import { attestSchema } from '@pilot-to-platform/plugin-pilot-common';
import { attestExample, readinessExample } from '../openapi/readinessExamples';
import { parseRef, parseWith } from '../../kernel/http/parse';
import { whoMay } from '../../kernel/access/whoMay';
import { AnswerService } from '../AnswerService';
import {
  ActionKernel,
  registerAction,
} from '../../kernel/actions/registerAction';
import { targetInput } from '../../kernel/actions/shapes';
import { readinessShape } from './readinessShape';

export function registerAttestCheck(
  services: ActionKernel & { answers: AnswerService },
): void {
  const { answers } = services;
  registerAction(services, {
    name: 'attest-check',
    title: 'Sign an answer to a readiness check',
    description: `
Signs, for the person who is signed in and whose team owns the entity, that a readiness check holds or does not hold yet, with a link as evidence that a stranger could check. Everybody sees who signed. Before: look with get-readiness which checks can be attested (can.attest is true), ask the person whether it holds and for the link, and read back what they are about to sign. Never invent evidence, and never sign what the person did not say.
The last answer to a check stands; the same again changes nothing. It lapses at expiresAt, at the latest after as many days as the check allows.
    `.trim(),
    who: whoMay.attest,
    audit: { eventId: 'readiness-attest', severity: 'medium' },
    cost: 'small',
    attributes: { readOnly: false, idempotent: true, destructive: true },
    schema: {
      input: z =>
        z.object({
          target: targetInput(z),
          check: z
            .string()
            .describe('Id of the check, such as governance.security-review'),
          verdict: z
            .enum(['pass', 'fail'])
            .describe('Whether it holds, as the person says'),
          evidence: z.string().describe('A link, https:// or http://'),
          note: z.string().nullish().describe('In the words of the person'),
          expiresAt: z
            .string()
            .optional()
            .describe(
              'A day such as 2027-03-01; as late as allowed if left out',
            ),
        }),
      output: z => z.object(readinessShape(z)),
    },
    examples: [
      {
        title: 'A check that holds',
        input: {
          target: readinessExample.target,
          check: attestExample.check,
          verdict: attestExample.verdict,
          evidence: attestExample.evidence,
        },
        output: readinessExample,
      },
    ],
    action: async ({ input, options, note }) => {
      const { target: ref, ...body } = input;
      const target = parseRef('target', ref);
      const command = parseWith(attestSchema, body);
      const { check } = command;
      note({ target, check });
      const { view } = await answers.attest(target, command, options);
      return { output: view };
    },
  });
}
