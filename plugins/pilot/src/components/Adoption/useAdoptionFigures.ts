import { useCallback } from 'react';
import type { Adoption } from '@pilot-to-platform/plugin-pilot-common';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';

/** "4 adopters, 1 new in 90 days", and what else is known, or that it is not. */
export function useAdoptionFigures(): (adoption: Adoption) => string[] {
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  return useCallback(
    ({ adopters, gained, medianDays, withoutHands, satisfaction }) => [
      t('adoption.gained', {
        adopters: t('demand.adopters', { count: adopters }),
        gained: numbers.count(gained),
      }),
      medianDays === null
        ? t('adoption.daysUnknown')
        : t('adoption.days', { count: Math.floor(medianDays) }),
      withoutHands === null
        ? t('adoption.withoutHandsUnknown')
        : t('adoption.withoutHands', {
            percent: numbers.percent(withoutHands),
          }),
      satisfaction.mean === null
        ? t('adoption.satisfiedUnknown')
        : t('adoption.satisfied', {
            mean: numbers.rating(satisfaction.mean),
          }),
    ],
    [t, numbers],
  );
}
