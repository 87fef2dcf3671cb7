import { readinessExample } from '../openapi/readinessExamples';
import { parseRef } from '../../kernel/http/parse';
import { whoMay } from '../../kernel/access/whoMay';
import { ReadinessService } from '../ReadinessService';
import {
  ActionKernel,
  registerAction,
  typedByPeople,
} from '../../kernel/actions/registerAction';
import { targetInput } from '../../kernel/actions/shapes';
import { readinessShape } from './readinessShape';

export function registerGetReadiness(
  services: ActionKernel & { readiness: ReadinessService },
): void {
  const { readiness } = services;
  registerAction(services, {
    name: 'get-readiness',
    title: 'Get the readiness of an entity',
    description: `
What is missing before others can build on one entity of the software catalog: every check with its verdict (pass, fail, unknown, waived, notApplicable), who answered it, when that lapses, and how and by whom it can be fixed; the score of each of the four dimensions; and what is left before the next phase. Unknown means that nobody answered, never that it failed. Always tell the weakest dimension together with the overall score.
Use it for "what is missing before launch", "who can fix it" and "what lapses soon". ${typedByPeople}
    `.trim(),
    who: whoMay.readReadiness,
    audit: { unaudited: 'One entity of those that the caller sees anyway.' },
    cost: 'small',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z => z.object({ target: targetInput(z) }),
      output: z => z.object(readinessShape(z)),
    },
    examples: [
      {
        title: 'What is missing of a Pilot',
        input: { target: readinessExample.target },
        output: readinessExample,
      },
    ],
    action: async ({ input, options }) => {
      const target = parseRef('target', input.target);
      return { output: await readiness.readiness(target, options) };
    },
  });
}
