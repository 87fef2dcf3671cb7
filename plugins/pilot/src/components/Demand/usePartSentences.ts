import type {
  DemandCounts,
  DemandPartKey,
} from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';

/** What each part of a score counts, in a sentence. */
export function usePartSentences(
  counts: DemandCounts,
): Record<DemandPartKey, string> {
  const { t } = usePilotTranslation();
  const teams = t('demand.teams', { count: counts.teams });
  const interests = t('demand.interests', { count: counts.interests });
  return {
    number: t('demand.numberIs', { interests, teams }),
    breadth: t('demand.breadthIs', { teams }),
    specific: t('demand.specificIs', { count: counts.useCases }),
  };
}
