import { redatedExample, redateExample } from './maintenanceExamples';
import { body, errors, json } from '../../kernel/openapi/parts';

export const maintenancePaths = {
  '/maintenance/redate': {
    post: {
      operationId: 'redate',
      tags: ['maintenance'],
      summary: 'Correct the dates of a clock that was ahead',
      description:
        'Corrects rows that are dated in the future: lines of the log get the time at which they were written, where that is possible. May be repeated. Look at `now` in a dry run first, and correct nothing while the database itself has the wrong time. For services with pilot.admin, and administrators.',
      requestBody: body('Redate', {
        look: { summary: 'Only count the rows', value: redateExample },
      }),
      responses: {
        200: {
          description: 'The corrected rows',
          content: json('Redated', {
            redated: { summary: 'One Pilot', value: redatedExample },
          }),
        },
        ...errors(400, 403, 429, 503),
      },
    },
  },
};
