import { reportSchema } from '@pilot-to-platform/plugin-pilot-common';
import { reportedExample, reportExample } from '../openapi/readinessExamples';
import { parseRef, parseWith } from '../../kernel/http/parse';
import { whoMay } from '../../kernel/access/whoMay';
import { AnswerService } from '../AnswerService';
import {
  ActionKernel,
  registerAction,
} from '../../kernel/actions/registerAction';
import { targetInput } from '../../kernel/actions/shapes';

export function registerReportResults(
  services: ActionKernel & { answers: AnswerService },
): void {
  const { answers } = services;
  registerAction(services, {
    name: 'report-results',
    title: 'Report results of readiness checks',
    description: `
Reports what a machine found out about readiness checks of an entity: up to a hundred results, each pass or fail. It is for services, such as CI, with a service token; a person needs to own the entity and to have been granted it expressly, and everybody else is refused. Only report what was measured, never what somebody says: that is what attest-check is for. What is known already changes nothing, nor does what is older.
    `.trim(),
    who: whoMay.report,
    audit: { eventId: 'readiness-report', severity: 'medium' },
    cost: 'small',
    attributes: { readOnly: false, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          target: targetInput(z),
          results: z
            .array(
              z
                .object({
                  check: z.string().describe('Id of a check that is reported'),
                  verdict: z.enum(['pass', 'fail']).describe('What was found'),
                  evidence: z.string().nullish().describe('A link to the run'),
                  note: z.string().nullish().describe('Why, in a sentence'),
                  at: z
                    .string()
                    .optional()
                    .describe('When it was found out; now if left out'),
                })
                .strict(),
            )
            .describe('One for each check'),
        }),
      output: z =>
        z.object({
          target: z.string(),
          accepted: z.number().describe('How many were news'),
          unchanged: z.number().describe('How many were known, or older'),
        }),
    },
    examples: [
      {
        title: 'Of a run of CI',
        input: { target: reportedExample.target, results: reportExample },
        output: reportedExample,
      },
    ],
    action: async ({ input, options, note }) => {
      const target = parseRef('target', input.target);
      const command = parseWith(reportSchema, input.results);
      const checks = command.map(({ check }) => check);
      note({ target, checks });
      return {
        output: await answers.report(target, command, options),
      };
    },
  });
}
