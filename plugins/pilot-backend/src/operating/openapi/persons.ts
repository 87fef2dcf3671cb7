import {
  erasedPersonExample,
  erasePersonExample,
  withdrawnPersonExample,
  withdrawPersonExample,
} from './personsExamples';
import { body, errors, json } from '../../kernel/openapi/parts';

export const personPaths = {
  '/persons/erase': {
    post: {
      operationId: 'erasePerson',
      tags: ['persons'],
      summary: 'Erase a person from everything that is stored',
      description:
        'A pseudonym replaces their ref, and their texts are removed; scores do not change. May be repeated. For services with pilot.admin, and administrators.',
      requestBody: body('ErasePerson', {
        erase: { summary: 'A person who left', value: erasePersonExample },
      }),
      responses: {
        200: {
          description: 'Erased',
          content: json('ErasedPerson', {
            erased: { summary: 'Four interests', value: erasedPersonExample },
          }),
        },
        ...errors(400, 403, 429, 503),
      },
    },
  },
  '/persons/withdraw': {
    post: {
      operationId: 'withdrawPerson',
      tags: ['persons'],
      summary: 'Withdraw all interest of a person who left',
      description:
        'The log records the caller and the reason. A repeated request withdraws nothing. For services with pilot.admin, and administrators.',
      requestBody: body('WithdrawPerson', {
        withdraw: {
          summary: 'A person who left',
          value: withdrawPersonExample,
        },
      }),
      responses: {
        200: {
          description: 'Withdrawn',
          content: json('WithdrawnPerson', {
            withdrawn: {
              summary: 'One interest',
              value: withdrawnPersonExample,
            },
          }),
        },
        ...errors(400, 403, 429, 503),
      },
    },
  },
};
