import { redatedExample, redateExample } from './maintenanceExamples';
import { body, errors, json } from '../../kernel/openapi/parts';

export const maintenancePaths = {
  '/maintenance/redate': {
    post: {
      operationId: 'redate',
      tags: ['maintenance'],
      summary: 'Mend what a clock that was ahead has dated',
      description:
        'Nothing that is stored happened later than now: lines of the log are dated as they were written down, where that can be true. May be repeated. Look at `now` first: where the database itself has the wrong time, nothing should be mended by it. Services with pilot.admin, and administrators.',
      requestBody: body('Redate', {
        look: { summary: 'Only say what there is', value: redateExample },
      }),
      responses: {
        200: {
          description: 'What there was to mend',
          content: json('Redated', {
            redated: { summary: 'One Pilot', value: redatedExample },
          }),
        },
        ...errors(400, 403, 429, 503),
      },
    },
  },
};
