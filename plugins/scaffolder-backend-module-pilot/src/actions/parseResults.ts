import { InputError } from '@backstage/errors';
import {
  entityRefSchema,
  ReportCommand,
  reportSchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { inputProblems } from './inputProblems';
import { said } from './said';

const targetSchema = entityRefSchema();

/**
 * Parses what a step reports, by the rules of the API.
 *
 * @throws InputError that names every bad field and what it must be
 */
export function parseResults(input: {
  readonly target: string;
  readonly results: readonly object[];
}): {
  target: string;
  results: ReportCommand;
} {
  const target = targetSchema.safeParse(input.target);
  const results = reportSchema.safeParse(input.results.map(said));
  if (target.success && results.success) {
    return { target: target.data, results: results.data };
  }
  throw new InputError(
    [
      ...inputProblems(target.error, 'target'),
      ...inputProblems(results.error, 'results'),
    ].join('; '),
  );
}
