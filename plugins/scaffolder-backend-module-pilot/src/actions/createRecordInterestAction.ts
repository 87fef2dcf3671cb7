import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  demandLevels,
  interestDetailsShape,
  statedDetails,
  StatedDetail,
  valueOf,
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
      input: z => {
        const inputOf = (detail: StatedDetail) => {
          const value = valueOf(interestDetailsShape[detail]);
          switch (value.type) {
            case 'word':
              return z.enum(value.words as [string, ...string[]]);
            case 'truth':
              return z.boolean();
            default:
              return z.string();
          }
        };
        return z.object({
          target: z
            .string()
            .describe('Ref of the needed entity: api:default/orders'),
          team: z
            .string()
            .describe('Ref of the Group that needs it: group:default/payments'),
          ...Object.fromEntries(
            statedDetails.map(detail => [
              detail,
              inputOf(detail)
                .optional()
                .describe(interestDetailsShape[detail].description!),
            ]),
          ),
          useCaseKey: z
            .string()
            .optional()
            .describe(
              'Slug that tells several use cases of one person and team apart; default if absent',
            ),
        });
      },
      output: z =>
        z.object({
          interestId: z
            .string()
            .describe(`Id of the interest; ${dryRunId} in a dry run`),
          score: z
            .number()
            .optional()
            .describe(
              'Demand score of the target now, 0 to 100; absent in a dry run, and where the person may not read it',
            ),
          level: z
            .enum(demandLevels)
            .optional()
            .describe('Demand level of the target, absent when the score is'),
        }),
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
