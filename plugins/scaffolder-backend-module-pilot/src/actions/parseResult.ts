import { InputError } from '@backstage/errors';
import {
  entityRefSchema,
  ReportCommand,
  reportSchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { inputProblems } from './inputProblems';
import { said } from './said';

const targetSchema = entityRefSchema();

/** The list that the API takes, in which a step says one thing. */
const resultSchema = reportSchema.element;

/**
 * What a step reports, by the rules of the API.
 *
 * @throws InputError that names every bad field and what it must be
 */
export function parseResult(input: { target: string }): {
  target: string;
  result: ReportCommand[number];
} {
  const { target: targetRef, ...rest } = input;
  const target = targetSchema.safeParse(targetRef);
  const result = resultSchema.safeParse(said(rest));
  if (target.success && result.success) {
    return { target: target.data, result: result.data };
  }
  throw new InputError(
    [
      ...inputProblems(target.error, 'target'),
      ...inputProblems(result.error),
    ].join('; '),
  );
}
