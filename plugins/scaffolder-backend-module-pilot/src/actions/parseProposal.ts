import { InputError } from '@backstage/errors';
import {
  entityRefSchema,
  ProposeCommand,
  proposeSchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { inputProblems } from './inputProblems';
import { said } from './said';

const pilotSchema = entityRefSchema({ kind: 'pilot' });

/**
 * Parses what a step proposes, by the rules of the API.
 *
 * @throws InputError that names every bad field and what it must be
 */
export function parseProposal(input: { target: string }): {
  target: string;
  proposal: ProposeCommand;
} {
  const { target: targetRef, ...rest } = input;
  const target = pilotSchema.safeParse(targetRef);
  const proposal = proposeSchema.safeParse(said(rest));
  if (target.success && proposal.success) {
    return { target: target.data, proposal: proposal.data };
  }
  throw new InputError(
    [
      ...inputProblems(target.error, 'target'),
      ...inputProblems(proposal.error),
    ].join('; '),
  );
}
