import { interestStatuses } from '@pilot-to-platform/plugin-pilot-common';
import { interestExample } from '../openapi/interestsExamples';
import { whoMay } from '../../kernel/access/whoMay';
import { InterestList } from '../InterestList';
import {
  ActionKernel,
  registerAction,
  typedByPeople,
} from '../../kernel/actions/registerAction';
import { interestShape, limitInput, truth } from '../../kernel/actions/shapes';

const usual = 20;

export function registerListMyInterests(
  services: ActionKernel & { listing: InterestList },
): void {
  const { listing } = services;
  registerAction(services, {
    name: 'list-my-interests',
    title: 'List my interests',
    description: `
What the person who is signed in recorded that their teams need, newest first, with what became of each: its status and what the owner answered. With confirmDue true only those that they are asked to confirm or withdraw. A page may be short: only an absent nextCursor means that there is no more. ${typedByPeople}
    `.trim(),
    who: whoMay.listInterests,
    audit: { unaudited: 'What the caller recorded.' },
    cost: 'small',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          status: z
            .enum(interestStatuses)
            .optional()
            .describe('Only those with this status'),
          confirmDue: truth(z)
            .optional()
            .describe(
              'Only those that ask to be confirmed, or only the others',
            ),
          limit: limitInput(z, 100, usual),
          cursor: z
            .string()
            .optional()
            .describe('nextCursor of the page before'),
        }),
      output: z =>
        z.object({
          items: z.array(interestShape(z)),
          nextCursor: z.string().optional(),
        }),
    },
    examples: [
      {
        title: 'All of mine',
        input: {},
        output: { items: [interestExample] },
      },
      { title: 'What I have to confirm', input: { confirmDue: true } },
    ],
    action: async ({ input, options }) => {
      const { status, confirmDue, limit = usual, cursor } = input;
      return {
        output: await listing.list(
          {
            author: 'me',
            statuses: status && [status],
            confirmDue,
            limit,
            cursor,
          },
          options,
        ),
      };
    },
  });
}
