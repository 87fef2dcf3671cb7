import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { JsonObject } from '@backstage/types';
import { validate } from 'jsonschema';

/** In whose name steps run, unless told otherwise. */
export const ada = mockCredentials.user('user:default/ada');

/** Checkpoints of a task so far: hand the same to a step to try it again. */
export type Checkpoints = Map<string, unknown>;

/**
 * Runs a step as the scaffolder does: it checks the input beforehand, and a
 * checkpoint that was noted is not run again.
 */
export async function runStep(
  action: TemplateAction<any, any>,
  input: JsonObject,
  options: {
    isDryRun?: boolean;
    workspacePath?: string;
    checkpoints?: Checkpoints;
    credentials?: typeof ada;
    each?: JsonObject;
    task?: { id: string };
  } = {},
) {
  const { checkpoints = new Map(), credentials = ada, ...more } = options;
  const { errors } = validate(input, action.schema!.input!);
  expect(errors.map(String)).toEqual([]);

  const logger = mockServices.logger.mock();
  const output: JsonObject = {};
  await action.handler({
    ...createMockActionContext({ workspacePath: '/none' }),
    ...more,
    input,
    logger,
    output: (name, value) => {
      output[name as string] = value;
    },
    checkpoint: async ({ key, fn }) => {
      if (!checkpoints.has(key)) checkpoints.set(key, await fn());
      return checkpoints.get(key) as any;
    },
    getInitiatorCredentials: async () => credentials,
  });
  return { output, logger };
}
