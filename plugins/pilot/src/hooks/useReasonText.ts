import { useCallback } from 'react';
import type { Recommendation } from '@pilot-to-platform/plugin-pilot-common';
import { useNumbers } from './useNumbers';
import { usePilotTranslation } from './usePilotTranslation';

/** A reason of a recommendation. */
export type Reason = Recommendation['reasons'][number];

/** Says why something is recommended, as a part of a sentence. */
export function useReasonText(): (reason: Reason) => string {
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  return useCallback(
    ({ code, value = 0, needed = 0 }: Reason) => {
      switch (code) {
        case 'demandFell':
          return t('reason.demandFell', {
            value: numbers.score(value),
            needed: numbers.score(needed),
          });
        case 'unsatisfied':
          return t('reason.unsatisfied', {
            value: numbers.rating(value),
            needed: numbers.rating(needed),
          });
        case 'platformScale':
        case 'fewPeople':
        case 'oneOperator':
        case 'handOffStated':
        case 'nothingLeft':
        case 'stayedSmall':
        case 'isRetired':
          return t(`reason.${code}`);
        default:
          return t(`reason.${code}`, { count: value });
      }
    },
    [t, numbers],
  );
}
