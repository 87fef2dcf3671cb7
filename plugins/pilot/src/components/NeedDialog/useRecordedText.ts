import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { useLanguage } from '../../hooks/useLanguage';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';

/** "Recorded for Payments, important." */
export function useRecordedText() {
  const { t } = usePilotTranslation();
  const language = useLanguage();
  return (interest: Interest, team: string) => {
    const urgency = t(`urgency.${interest.urgency}`);
    return t('need.recorded', {
      team,
      urgency: urgency.toLocaleLowerCase(language),
    });
  };
}
