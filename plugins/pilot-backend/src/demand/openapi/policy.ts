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
      summary: 'The policy that scores are made by now',
      description: 'What an operator configured, and its fingerprint.',
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
      summary: 'How ranks and levels would move under another policy',
      description:
        'Nothing is changed. A group of values that is left out stays as it is in force. Ranks only targets that the caller sees. For administrators, one at a time.',
      requestBody: body('PolicyPreviewRequest', {
        halfLife: {
          summary: 'Half the half-life',
          value: previewRequestExample,
        },
      }),
      responses: {
        200: {
          description: 'What would move',
          content: json('PolicyPreview', {
            preview: { summary: 'Two would move', value: previewExample },
          }),
        },
        ...errors(400, 403, 429, 503),
      },
    },
  },
};
