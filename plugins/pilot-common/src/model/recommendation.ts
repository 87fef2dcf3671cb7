import { z } from 'zod';
import { openEnum } from './openEnum';
import { recommendations } from './vocabulary';

/**
 * Recommendation for a Pilot with its reasons: advice that enables nothing.
 * @public
 */
export const recommendationSchema = z.object({
  code: openEnum(recommendations).meta({
    description: 'Code of the recommendation or the reason',
  }),
  reasons: z
    .array(
      z.object({
        code: openEnum([
          'gateMet',
          'gateMissing',
          'platformScale',
          'noDemand',
          'demandFaded',
          'fewPeople',
          'oneOperator',
          'handOffStated',
          'nothingLeft',
          'thingsLeft',
          'demandFell',
          'notAdopted',
          'checksLapsed',
          'unsatisfied',
          'newInterest',
          'stayedSmall',
          'isRetired',
          'isHealthy',
        ]).meta({ description: 'Code of the recommendation or the reason' }),
        /**
         * Number that the reason counts: things left, teams, days, or a mean.
         */
        value: z.number().optional().meta({
          description:
            'Number behind the reason: teams, conditions left, days, a score or a mean',
        }),
        /** Number that it would have to be. */
        needed: z
          .number()
          .optional()
          .meta({ description: 'Number that is needed' }),
      }),
    )
    .meta({ description: 'Reasons of the recommendation' }),
});

/** Recommendation for a Pilot; see {@link recommendationSchema}. @public */
export type Recommendation = z.infer<typeof recommendationSchema>;
