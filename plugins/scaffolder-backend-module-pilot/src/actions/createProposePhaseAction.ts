import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  Pilot,
  phases,
  phaseTransitions,
} from '@pilot-to-platform/plugin-pilot-common';
import { PilotService } from '@pilot-to-platform/plugin-pilot-node';
import { parseProposal } from './parseProposal';
import { proposePhaseExamples } from './proposePhase.examples';
import { withReason } from './withReason';

/** Stand-in for the id of a proposal that a dry run does not make. */
const dryRunId = 'dry-run';

/**
 * The action `pilot:propose-phase`: a proposal in the name of the person who
 * runs the template. A step that the scaffolder runs again proposes nothing
 * more, also where the proposal was decided meanwhile.
 */
export function createProposePhaseAction(options: { pilot: PilotService }) {
  const { pilot } = options;
  return createTemplateAction({
    id: 'pilot:propose-phase',
    description:
      'Proposes another phase for a Pilot, in the name of the person who runs the template',
    examples: proposePhaseExamples,
    supportsDryRun: true,
    schema: {
      input: {
        target: z =>
          z.string().describe('Ref of the Pilot: pilot:default/delta-sharing'),
        to: z =>
          z
            .enum(phaseTransitions)
            .describe(
              'The phase, or reopen to go back to the one that follows from demand',
            ),
        reason: z =>
          z.string().describe('Why now; the decision keeps it for good'),
        bypass: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Past a closed gate to build-out, for a Pilot that declares platformScale',
            ),
      },
      output: {
        proposalId: z =>
          z.string().describe(`Id of the proposal; ${dryRunId} in a dry run`),
        phase: z =>
          z
            .enum(phases)
            .optional()
            .describe('The phase that holds until then; absent in a dry run'),
        approvers: z =>
          z
            .array(z.string())
            .optional()
            .describe('The Groups who decide; absent in a dry run'),
      },
    },
    async handler(ctx) {
      const { target, proposal } = parseProposal(ctx.input);
      const what = `${proposal.to} for ${target}`;
      if (ctx.isDryRun) {
        ctx.logger.info(`Would propose ${what}`);
        ctx.output('proposalId', dryRunId);
        return;
      }

      const caller = { credentials: await ctx.getInitiatorCredentials() };
      const refused = withReason(`Could not propose ${what}`);
      // On the version of before the first try: a proposal that was made, and
      // decided before the task could note it, is not made again.
      const version = await ctx.checkpoint({
        key: `phase.version.v1.${target}.${proposal.to}`,
        fn: async () =>
          (
            await pilot.getPilot(target, caller).catch(refused)
          ).version,
      });
      const proposed = await ctx.checkpoint({
        key: `phase.propose.v1.${target}.${proposal.to}`,
        fn: async () =>
          summaryOf(
            await pilot
              .proposePhase(target, { ...proposal, version }, caller)
              .catch(refused),
          ),
      });

      ctx.logger.info(`Proposed ${what}`);
      ctx.output('proposalId', proposed.proposalId);
      ctx.output('phase', proposed.phase);
      ctx.output('approvers', proposed.approvers);
    },
  });
}

function summaryOf({ proposal, phase, approvers }: Pilot) {
  return { proposalId: proposal?.id ?? '', phase, approvers };
}
