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
      summary: 'Take a person out of everything that is kept',
      description:
        'A pseudonym stands where their ref stood, and what they wrote is gone; scores do not change. May be repeated. Services with pilot.admin, and administrators.',
      requestBody: body('ErasePerson', {
        erase: { summary: 'Who left', value: erasePersonExample },
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
      summary: 'Withdraw everything that somebody asks for who left',
      description:
        'The log says who did it and why. Repeated, it withdraws nothing. Services with pilot.admin, and administrators.',
      requestBody: body('WithdrawPerson', {
        withdraw: { summary: 'Who left', value: withdrawPersonExample },
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
