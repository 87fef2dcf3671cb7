import { useCallback } from 'react';
import type { PilotListItem } from '@pilot-to-platform/plugin-pilot-common';
import { useLanguage } from '../../hooks/useLanguage';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';

/** Says in words what places a Pilot on the map. */
export function usePilotFacts(): (pilot: PilotListItem) => string {
  const { t } = usePilotTranslation();
  const language = useLanguage();
  const numbers = useNumbers();
  return useCallback(
    ({ phase, score, level, readiness }) => {
      const facts = {
        phase: t(`phase.${phase ?? 'pilot'}`).toLocaleLowerCase(language),
        score: numbers.score(score),
        level: t(`level.${level}`),
      };
      const { weakest = null, weakestScore = null } = readiness ?? {};
      return weakest === null || weakestScore === null
        ? t('map.factsUnknown', facts)
        : t('map.facts', {
            ...facts,
            dimension: t(`dimension.${weakest}`),
            weakest: numbers.percent(weakestScore),
          });
    },
    [t, language, numbers],
  );
}
