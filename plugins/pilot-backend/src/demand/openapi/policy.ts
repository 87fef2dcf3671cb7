import {
  policyExample,
  previewExample,
  previewRequestExample,
} from './policyExamples';
import { body, errors, json } from '../../kernel/openapi/parts';

export const policyPaths = {
  '/policy': {
    get: {
      operationId: 'getPolicy',
      tags: ['policy'],
      summary: 'The policy in force',
      description:
        'The configured policy and rules, with the fingerprint of the policy.',
      responses: {
        200: {
          description: 'The policy',
          content: json('Policy', {
            policy: { summary: 'The default policy', value: policyExample },
          }),
        },
        ...errors(),
      },
    },
  },
  '/policy/preview': {
    post: {
      operationId: 'previewPolicy',
      tags: ['policy'],
      summary: 'Changes of ranks and levels under another policy',
      description:
        'Writes nothing. A group of values that is left out keeps the values in force. Ranks only targets that the caller sees. For administrators, one at a time.',
      requestBody: body('PolicyPreviewRequest', {
        halfLife: {
          summary: 'Half the half-life',
          value: previewRequestExample,
        },
      }),
      responses: {
        200: {
          description: 'The changes',
          content: json('PolicyPreview', {
            preview: { summary: 'Two would move', value: previewExample },
          }),
        },
        ...errors(400, 403, 429, 503),
      },
    },
  },
};
