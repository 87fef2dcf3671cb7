import { erasedPersonExample, erasePersonExample } from '../examples/persons';
import { body, errors, json } from '../parts';

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
};
