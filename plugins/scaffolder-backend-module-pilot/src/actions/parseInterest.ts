import { InputError } from '@backstage/errors';
import {
  entityRefSchema,
  RecordInterestCommand,
  recordInterestSchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { inputProblems } from './inputProblems';
import { said } from './said';

const targetSchema = entityRefSchema();

/**
 * Parses the inputs of a step, by the rules of the API, so that a dry run finds
 * what the real run would be refused for.
 *
 * @throws InputError that names every bad field and what it must be
 */
export function parseInterest(input: { target: string; team: string }): {
  target: string;
  interest: RecordInterestCommand;
} {
  const { target: targetRef, ...rest } = input;
  const target = targetSchema.safeParse(targetRef);
  const interest = recordInterestSchema.safeParse(said(rest));
  if (target.success && interest.success) {
    return { target: target.data, interest: interest.data };
  }
  throw new InputError(
    [
      ...inputProblems(target.error, 'target'),
      ...inputProblems(interest.error),
    ].join('; '),
  );
}
