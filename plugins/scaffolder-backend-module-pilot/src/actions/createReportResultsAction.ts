import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { PilotService } from '@pilot-to-platform/plugin-pilot-node';
import { parseResults } from './parseResults';
import { reportResultsExamples } from './reportResults.examples';
import { withReason } from './withReason';

/**
 * The action `pilot:report-results`: what was found out about readiness checks.
 * A step that the scaffolder runs again reports the same results of the same
 * time, which changes nothing.
 */
export function createReportResultsAction(options: { pilot: PilotService }) {
  const { pilot } = options;
  return createTemplateAction({
    id: 'pilot:report-results',
    description: 'Reports results of readiness checks of a catalog entity',
    examples: reportResultsExamples,
    supportsDryRun: true,
    schema: {
      input: {
        target: z =>
          z.string().describe('Ref of the entity: pilot:default/delta-sharing'),
        results: z =>
          z
            .array(
              z.object({
                check: z
                  .string()
                  .describe(
                    'Id of a check that takes reports: governance.security-review',
                  ),
                verdict: z
                  .enum(['pass', 'fail'])
                  .describe('What the check came to'),
                evidence: z
                  .string()
                  .optional()
                  .describe('Link to what shows it'),
                note: z.string().optional().describe('Why, in a sentence'),
                at: z
                  .string()
                  .optional()
                  .describe(
                    'When it was found out, such as 2026-11-20T09:00:00Z; when the step first runs if absent',
                  ),
              }),
            )
            .describe('One for each check, up to a hundred'),
      },
      output: {
        accepted: z => z.number().describe('How many were news'),
        unchanged: z =>
          z.number().describe('How many were known already, or older'),
      },
    },
    async handler(ctx) {
      const { target, results } = parseResults(ctx.input);
      const told = results.map(({ check, verdict }) => `${check}=${verdict}`);
      if (ctx.isDryRun) {
        ctx.logger.info(`Would report for ${target}: ${told.join(', ')}`);
        ctx.output('accepted', 0);
        ctx.output('unchanged', 0);
        return;
      }

      // The time is kept before it is sent, so that a task that broke off in
      // between sends the same results again.
      const identity = `${target}.${told.join('.')}`;
      const now = await ctx.checkpoint({
        key: `results.at.v1.${identity}`,
        fn: async () => new Date().toISOString(),
      });
      const dated = results.map(result => ({
        ...result,
        at: result.at ?? now,
      }));
      const reported = await ctx.checkpoint({
        key: `results.report.v1.${identity}.${dated
          .map(({ at }) => at)
          .join('.')}`,
        fn: async () => {
          const { accepted, unchanged } = await pilot
            .reportResults(target, dated, {
              credentials: await ctx.getInitiatorCredentials(),
            })
            .catch(withReason(`Could not report for ${target}`));
          return { accepted, unchanged };
        },
      });

      ctx.logger.info(
        `Reported for ${target}: ${told.join(', ')}; ${
          reported.accepted
        } new, ${reported.unchanged} known or older`,
      );
      ctx.output('accepted', reported.accepted);
      ctx.output('unchanged', reported.unchanged);
    },
  });
}
