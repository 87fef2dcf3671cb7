import { listInterestsQuerySchema } from '@pilot-to-platform/plugin-pilot-common';
import { interestExample } from '../openapi/interestsExamples';
import { whoMay } from '../../kernel/access/whoMay';
import { InterestList } from '../InterestList';
import {
  ActionKernel,
  registerAction,
  typedByPeople,
} from '../../kernel/actions/registerAction';
import {
  argumentsOf,
  limitArgument,
  parseArguments,
} from '../../kernel/actions/argumentsOf';
import { interestShape } from './interestShape';

/** The conditions of the list, without whose and of what: they are those of the caller. */
const conditions = listInterestsQuerySchema
  .omit({
    target: true,
    team: true,
    author: true,
    owner: true,
    internal: true,
    total: true,
  })
  .extend({ limit: limitArgument(100, 20) });

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
      input: z => z.object(argumentsOf(z, conditions)),
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
      const { status, ...query } = parseArguments(conditions, input);
      return {
        output: await listing.list(
          { author: 'me', statuses: status, ...query },
          options,
        ),
      };
    },
  });
}
