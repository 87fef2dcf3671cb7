import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { checkIdSchema } from '@pilot-to-platform/plugin-pilot-common';
import { z } from 'zod';

/** Settings of an operator for Tech Insights as a source of readiness. */
export interface TechInsightsConfig {
  /** The ids of checks in Tech Insights, by the ids of ours. */
  readonly checks: ReadonlyMap<string, string>;
}

const key = 'pilot.readiness.techInsights';

const schema = z.strictObject({
  checks: z
    .record(
      checkIdSchema,
      z.string('must be the id of a check in Tech Insights').min(1),
    )
    .optional(),
});

/** @throws InputError that names each bad key and what it must be */
export function readTechInsightsConfig(
  config: RootConfigService,
): TechInsightsConfig {
  const result = schema.safeParse(config.getOptional(key) ?? {});
  if (!result.success) {
    const problems = result.error.issues.map(describeIssue);
    throw new InputError(`Invalid configuration: ${problems.join('; ')}`);
  }
  return { checks: new Map(Object.entries(result.data.checks ?? {})) };
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const path = [key, ...issue.path].join('.');
  if (issue.code === 'unrecognized_keys') {
    return `${path}.${issue.keys[0]}: is not a setting; use checks`;
  }
  return issue.code === 'invalid_key'
    ? `${path}: ${issue.issues[0].message}`
    : `${path}: ${issue.message}`;
}
