import { interestStatuses } from '@pilot-to-platform/plugin-pilot-common';
import { interestExample } from '../openapi/examples/interests';
import { ActionServices, person, typedByPeople } from './Actions';
import { interestShape, limitInput, truth } from './shapes';

const usual = 20;

export function registerListMyInterests({
  registry,
  auth,
  listing,
}: ActionServices): void {
  registry.register({
    name: 'list-my-interests',
    title: 'List my interests',
    description: `
What the person who is signed in recorded that their teams need, newest first, with what became of each: its status and what the owner answered. With confirmDue true only those that they are asked to confirm or withdraw. A page may be short: only an absent nextCursor means that there is no more. ${typedByPeople}
    `.trim(),
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          status: z.enum(interestStatuses).optional(),
          confirmDue: truth(z).optional(),
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
    action: async ({ input, credentials }) => {
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
          person(auth, credentials),
        ),
      };
    },
  });
}
