import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { PilotService } from '@pilot-to-platform/plugin-pilot-node';
import { stringify } from 'yaml';
import { checkPilot } from './checkPilot';
import { pilotDocument, PilotInput } from './pilotDocument';
import { registerExamples } from './register.examples';
import { SimilarItem, similarPilots } from './similarPilots';
import { withReason } from './withReason';
import { writeDocument } from './writeDocument';

/**
 * The action `pilot:register`: the document of a new Pilot in the workspace, and
 * how much looks like it. A step that the scaffolder runs again writes the same.
 */
export function createRegisterAction(options: { pilot: PilotService }) {
  const { pilot: pilotService } = options;
  return createTemplateAction({
    id: 'pilot:register',
    description:
      'Writes the catalog-info.yaml of a new Pilot into the workspace, and counts what looks like it',
    examples: registerExamples,
    supportsDryRun: true,
    schema: {
      // Objects have the fields of the kind, which names what is wrong in them.
      input: {
        name: z => z.string().describe('Name in the catalog: delta-sharing'),
        namespace: z => z.string().optional(),
        title: z => z.string().optional().describe('Name for people'),
        description: z => z.string().optional().describe('What it does'),
        tags: z => z.array(z.string()).optional(),
        links: z => z.array(z.record(z.any())).optional(),
        annotations: z => z.record(z.string()).optional(),
        type: z =>
          z.string().optional().describe('Free text; capability if absent'),
        owner: z => z.string().describe('Ref of the Group whose pilot it is'),
        problem: z => z.string().describe('Whose problem it solves, today'),
        capability: z =>
          z
            .string()
            .optional()
            .describe('Slug that re-implementations of one capability share'),
        system: z => z.string().optional().describe('Ref of a System'),
        domain: z => z.string().optional().describe('Ref of a Domain'),
        implementedBy: z =>
          z
            .array(z.string())
            .optional()
            .describe('Refs of the entities that implement it'),
        decisions: z =>
          z
            .array(z.record(z.any()))
            .optional()
            .describe('Technology choices: title, rationale, link'),
        manualSteps: z =>
          z
            .array(z.record(z.any()))
            .optional()
            .describe(
              'What is done by hand: id, title, minutes, timesPerMonth, automatedBy',
            ),
        successMeasures: z =>
          z
            .array(z.record(z.any()))
            .optional()
            .describe('What tells that it works: title, target, current'),
        platformScale: z =>
          z
            .record(z.any())
            .optional()
            .describe('Of platform scale from day one: rationale'),
        handOff: z =>
          z
            .record(z.any())
            .optional()
            .describe('Who takes over: to, rationale'),
        path: z =>
          z
            .string()
            .optional()
            .describe('File in the workspace; catalog-info.yaml if absent'),
        failFrom: z =>
          z
            .number()
            .min(0)
            .max(1)
            .optional()
            .describe(
              'Fail where something is at least this similar, such as 0.6; never if absent',
            ),
      },
      output: {
        entityRef: z => z.string().describe('Ref of the new Pilot'),
        path: z => z.string().describe('The file in the workspace'),
        yaml: z => z.string().describe('What is in the file'),
        similar: z => z.number().describe('How many things look alike'),
      },
    },
    async handler(ctx) {
      const { path = 'catalog-info.yaml', failFrom, ...pilotInput } = ctx.input;
      const pilot = pilotDocument(pilotInput as PilotInput);
      const credentials = await ctx.getInitiatorCredentials();
      const policy = await pilotService
        .getPolicy({ credentials })
        .catch(withReason('Could not ask what a Pilot can be implemented by'));
      await checkPilot(pilot, policy.interest.allowedKinds);

      const similar = await similarPilots(pilot, {
        pilotService,
        credentials,
      }).catch(goOnWithout(ctx.logger, failFrom));
      // Others read the log and the output of a task, and may see less than who
      // runs it: they are told how many.
      if (similar.length > 0) {
        ctx.logger.info(
          `${similar.length} in the catalog look alike; the form of the template shows them`,
        );
      }
      refuseFrom(failFrom, similar);

      const yaml = stringify(pilot, { lineWidth: 80 });
      await writeDocument(ctx.workspacePath, path, yaml);
      ctx.logger.info(`Wrote ${path}`);
      ctx.output('entityRef', stringifyEntityRef(pilot));
      ctx.output('path', path);
      ctx.output('yaml', yaml);
      ctx.output('similar', similar.length);
    },
  });
}

/** Looking is advice: a Pilot is written without it, unless it can forbid that. */
function goOnWithout(logger: LoggerService, failFrom: number | undefined) {
  const message = 'Could not look for what looks alike';
  return (error: Error & { cause?: unknown }): SimilarItem[] => {
    if (failFrom !== undefined) return withReason(message)(error);
    logger.warn(`${message}: ${error.cause ?? error}`);
    return [];
  };
}

/**
 * Refuses a Pilot like others in the catalog; of retired ones it is enough to
 * know.
 */
function refuseFrom(
  failFrom: number | undefined,
  similar: readonly SimilarItem[],
): void {
  const tooSimilar = similar.filter(
    ({ phase, similarity }) =>
      phase !== 'retired' && failFrom !== undefined && similarity >= failFrom,
  ).length;
  if (tooSimilar > 0) {
    throw new ConflictError(
      `${tooSimilar} in the catalog look too much like it; the form of the template shows them. Ask for one of them instead, or say how this one differs`,
    );
  }
}
