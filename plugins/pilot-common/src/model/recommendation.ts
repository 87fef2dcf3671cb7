import { z } from 'zod';
import { openEnum } from './openEnum';
import { recommendations } from './vocabulary';

/**
 * Recommendation for a Pilot with its reasons: advice that enables nothing.
 * @public
 */
export const recommendationSchema = z.object({
  code: openEnum(recommendations).meta({
    description: 'Names the reason or the suggestion',
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
        ]).meta({ description: 'Names the reason or the suggestion' }),
        /**
         * Number that the reason counts: things left, teams, days, or a mean.
         */
        value: z.number().optional().meta({
          description:
            'What the reason counts: teams, things left, days or a mean',
        }),
        /** Number that it would have to be. */
        needed: z
          .number()
          .optional()
          .meta({ description: 'What it would have to be' }),
      }),
    )
    .meta({ description: 'Why it is advised' }),
});

/** Recommendation for a Pilot; see {@link recommendationSchema}. @public */
export type Recommendation = z.infer<typeof recommendationSchema>;
