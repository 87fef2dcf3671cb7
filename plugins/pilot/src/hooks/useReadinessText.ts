import { useCallback } from 'react';
import type { ReadinessSummary } from '@pilot-to-platform/plugin-pilot-common';
import { useNumbers } from './useNumbers';
import { usePilotTranslation } from './usePilotTranslation';

/**
 * Readiness in words, overall and weakest always together: "62%, weakest
 * Headcount 40%". None where no check applies.
 */
export function useReadinessText(): (
  summary: Pick<ReadinessSummary, 'score' | 'weakest' | 'weakestScore'>,
) => string | undefined {
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  return useCallback(
    ({ score, weakest, weakestScore }) =>
      score === null || weakest === null || weakestScore === null
        ? undefined
        : t('readinessLine.both', {
            percent: numbers.percent(score),
            dimension: t(`dimension.${weakest}`),
            weakest: numbers.percent(weakestScore),
          }),
    [t, numbers],
  );
}
