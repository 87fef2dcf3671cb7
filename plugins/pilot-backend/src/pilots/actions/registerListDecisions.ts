import {
  pageQuerySchema,
  phases,
  phaseTransitions,
} from '@pilot-to-platform/plugin-pilot-common';
import { decisionPageExample } from '../openapi/pilotsExamples';
import { parseRef } from '../../kernel/http/parse';
import { whoMay } from '../../kernel/access/whoMay';
import { DecisionService } from '../DecisionService';
import { pilotInput, snapshotShape } from './phaseShapes';
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

const page = pageQuerySchema.extend({ limit: limitArgument(100, 20) });

export function registerListDecisions(
  services: ActionKernel & { decisions: DecisionService },
): void {
  const { decisions } = services;
  registerAction(services, {
    name: 'list-decisions',
    title: 'List what was decided about a Pilot',
    description: `
Every phase change of one Pilot that was approved or rejected, newest first: who proposed it and who decided, when and why, and the demand, gate and readiness as they were on that day. A phase that the catalog declared at first sight is the oldest, decided by nobody. Use it for "why is it in this phase" and "what did we know then"; get-pilot has what holds now. Only an absent nextCursor means that there is no more. ${typedByPeople}
    `.trim(),
    who: whoMay.readPilot,
    audit: { unaudited: 'One Pilot of those that the caller sees anyway.' },
    cost: 'small',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          target: pilotInput(z),
          ...argumentsOf(z, page),
        }),
      output: z =>
        z.object({
          items: z.array(
            z.object({
              id: z.string(),
              type: z.enum(['approved', 'rejected', 'declared']),
              from: z.enum(phases).nullable(),
              to: z.enum(phaseTransitions),
              phase: z.enum(phases).describe('That held afterwards'),
              bypass: z.boolean().describe('Past a closed gate'),
              at: z.string(),
              by: z.string().nullable(),
              reason: z.string().nullable(),
              proposed: z
                .object({ by: z.string(), at: z.string(), reason: z.string() })
                .nullable(),
              snapshot: snapshotShape(z).nullable(),
            }),
          ),
          nextCursor: z.string().optional(),
        }),
    },
    examples: [
      {
        title: 'One decision',
        input: { target: decisionPageExample.items[0].target },
        output: decisionPageExample,
      },
    ],
    action: async ({ input, options }) => {
      const { target: ref, ...rest } = input;
      const target = parseRef('target', ref, 'pilot');
      const { cursor, limit } = parseArguments(page, rest);
      return {
        output: await decisions.list(target, { cursor, limit }, options),
      };
    },
  });
}
