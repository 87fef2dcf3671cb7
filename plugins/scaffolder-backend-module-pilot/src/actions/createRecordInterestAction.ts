import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  demandLevels,
  otherwises,
  urgencies,
} from '@pilot-to-platform/plugin-pilot-common';
import { PilotService } from '@pilot-to-platform/plugin-pilot-node';
import { parseInterest } from './parseInterest';
import { recordInterestExamples } from './recordInterest.examples';
import { requestIdOf } from './requestIdOf';
import { withReason } from './withReason';

/** Stand-in for the id of an interest that a dry run does not record. */
const dryRunId = 'dry-run';

/**
 * The action `pilot:record-interest`: an interest in the name of the person who
 * runs the template. A step that the scaffolder runs again records nothing more.
 */
export function createRecordInterestAction(options: { pilot: PilotService }) {
  const { pilot } = options;
  return createTemplateAction({
    id: 'pilot:record-interest',
    description:
      'Records that a team needs a catalog entity, in the name of the person who runs the template',
    examples: recordInterestExamples,
    supportsDryRun: true,
    schema: {
      input: {
        target: z =>
          z.string().describe('Ref of the needed entity: api:default/orders'),
        team: z =>
          z
            .string()
            .describe('Ref of the Group that needs it: group:default/payments'),
        urgency: z =>
          z.enum(urgencies).optional().describe('How much the need presses'),
        useCase: z =>
          z.string().optional().describe('What the team would do with it'),
        alternative: z =>
          z.string().optional().describe('What the team does today'),
        neededBy: z =>
          z.string().optional().describe('A date such as 2027-03-01'),
        expectedUsage: z =>
          z.string().optional().describe('How often and how much'),
        otherwise: z =>
          z
            .enum(otherwises)
            .optional()
            .describe('What the team does if it does not come'),
        contribute: z =>
          z.boolean().optional().describe('Whether the team would help'),
        useCaseKey: z =>
          z
            .string()
            .optional()
            .describe(
              'Slug that tells several use cases of one person and team apart; default if absent',
            ),
      },
      output: {
        interestId: z =>
          z.string().describe(`Id of the interest; ${dryRunId} in a dry run`),
        score: z =>
          z
            .number()
            .optional()
            .describe(
              'Demand score of the target now, 0 to 100; absent in a dry run, and where the person may not read it',
            ),
        level: z =>
          z
            .enum(demandLevels)
            .optional()
            .describe('Demand level of the target, absent when the score is'),
      },
    },
    async handler(ctx) {
      const { target, interest } = parseInterest(ctx.input);
      if (ctx.isDryRun) {
        ctx.logger.info(`Would record that ${interest.team} needs ${target}`);
        ctx.output('interestId', dryRunId);
        return;
      }

      const recorded = await pilot
        .recordInterest(
          target,
          { ...interest, requestId: requestIdOf(ctx, target, interest) },
          { credentials: await ctx.getInitiatorCredentials() },
        )
        .catch(
          withReason(`Could not record that ${interest.team} needs ${target}`),
        );

      ctx.logger.info(`Recorded that ${interest.team} needs ${target}`);
      ctx.output('interestId', recorded.interest.id);
      if (recorded.demand) {
        ctx.output('score', recorded.demand.score);
        ctx.output('level', recorded.demand.level);
      }
    },
  });
}
