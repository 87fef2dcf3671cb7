import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { PilotService } from '@pilot-to-platform/plugin-pilot-node';
import { parseResult } from './parseResult';
import { reportResultExamples } from './reportResult.examples';
import { withReason } from './withReason';

/**
 * The action `pilot:result:report`: what was found out about one readiness
 * check. A step that the scaffolder runs again reports the same result of the
 * same time, which changes nothing.
 */
export function createReportResultAction(options: { pilot: PilotService }) {
  const { pilot } = options;
  return createTemplateAction({
    id: 'pilot:result:report',
    description: 'Reports the result of a readiness check of a catalog entity',
    examples: reportResultExamples,
    supportsDryRun: true,
    schema: {
      input: {
        target: z =>
          z.string().describe('Ref of the entity: pilot:default/delta-sharing'),
        check: z =>
          z
            .string()
            .describe(
              'Id of a check that takes reports: governance.security-review',
            ),
        verdict: z =>
          z.enum(['pass', 'fail']).describe('What the check came to'),
        evidence: z => z.string().optional().describe('Link to what shows it'),
        note: z => z.string().optional().describe('Why, in a sentence'),
        at: z =>
          z
            .string()
            .optional()
            .describe(
              'When it was found out, such as 2026-11-20T09:00:00Z; when the step first runs if absent',
            ),
      },
      output: {
        accepted: z =>
          z
            .number()
            .describe('1 for a new result, 0 for one that was known already'),
      },
    },
    async handler(ctx) {
      const { target, result } = parseResult(ctx.input);
      const { check, verdict } = result;
      if (ctx.isDryRun) {
        ctx.logger.info(`Would report ${verdict} of ${check} for ${target}`);
        ctx.output('accepted', 0);
        return;
      }

      // The time is kept before it is sent, so that a task that broke off in
      // between sends the same result again.
      const identity = `${target}.${check}`;
      const at = await ctx.checkpoint({
        key: `result.at.v1.${identity}`,
        fn: async () => result.at ?? new Date().toISOString(),
      });
      const accepted = await ctx.checkpoint({
        key: `result.report.v1.${identity}.${verdict}.${at}`,
        fn: async () => {
          const reported = await pilot
            .reportResults(target, [{ ...result, at }], {
              credentials: await ctx.getInitiatorCredentials(),
            })
            .catch(withReason(`Could not report ${check} for ${target}`));
          return reported.accepted;
        },
      });

      ctx.logger.info(
        accepted > 0
          ? `Reported ${verdict} of ${check} for ${target}`
          : `${verdict} of ${check} was known for ${target}, or a newer result is`,
      );
      ctx.output('accepted', accepted);
    },
  });
}
