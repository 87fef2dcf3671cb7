import { recordInterestSchema } from '@pilot-to-platform/plugin-pilot-common';
import { interestExample, recordExample } from '../openapi/interestsExamples';
import { demandExample } from '../../demand/openapi/demandExamples';
import { parseRef, parseWith } from '../../kernel/http/parse';
import { whoMay } from '../../kernel/access/whoMay';
import { InterestService } from '../InterestService';
import {
  ActionKernel,
  registerAction,
} from '../../kernel/actions/registerAction';
import { demandShape, targetInput } from '../../kernel/actions/shapes';
import { detailInputs, interestShape } from './interestShape';

export function registerRecordInterest(
  services: ActionKernel & { interests: InterestService },
): void {
  const { interests } = services;
  registerAction(services, {
    name: 'record-interest',
    title: 'Record that a team needs an entity',
    description: `
Records, for the person who is signed in, that one of their teams needs an entity of the software catalog, and answers the demand that this leads to. Before: look with find-similar whether it exists under another name, and ask the person which team it is for and what for. Never invent details: what the person did not say is left out. The owner sees who recorded it, and can answer.
The same team, target and useCaseKey is one interest: a field that is left out stays as it is, null clears it, and repeating the same changes nothing. A second use case needs a useCaseKey of its own.
    `.trim(),
    who: whoMay.recordInterest,
    audit: { eventId: 'interest-record', severity: 'medium' },
    cost: 'small',
    attributes: { readOnly: false, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          target: targetInput(z),
          team: z
            .string()
            .describe(
              'Ref of a Group that the person belongs to, such as group:default/payments',
            ),
          useCaseKey: z
            .string()
            .optional()
            .describe('Slug that tells several use cases apart'),
          ...detailInputs(z),
        }),
      output: z =>
        z.object({
          created: z
            .boolean()
            .describe('A new interest, or one that was there'),
          interest: interestShape(z),
          demand: z
            .object(demandShape(z))
            .optional()
            .describe('Absent where the person may not read demand'),
        }),
    },
    examples: [
      {
        title: 'A need with its use case',
        input: {
          target: interestExample.target,
          team: recordExample.team,
          useCaseKey: recordExample.useCaseKey,
          useCase: recordExample.useCase,
          otherwise: recordExample.otherwise,
        },
        output: {
          created: true,
          interest: interestExample,
          demand: demandExample,
        },
      },
    ],
    action: async ({ input, options, note }) => {
      const { target: ref, ...body } = input;
      const target = parseRef('target', ref);
      const command = parseWith(recordInterestSchema, body);
      note({ target });
      return {
        output: await interests.record(target, command, options),
      };
    },
  });
}
