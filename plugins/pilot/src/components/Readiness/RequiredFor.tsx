import type { Phase } from '@pilot-to-platform/plugin-pilot-common';
import { useLanguage } from '../../hooks/useLanguage';
import { usePhaseWord } from '../../hooks/usePhaseWord';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';

/** "required for launch" */
export function RequiredFor({ phases }: { phases: readonly Phase[] }) {
  const { t } = usePilotTranslation();
  const wordOf = usePhaseWord();
  const list = new Intl.ListFormat(useLanguage());
  return (
    <>
      {t('readiness.requiredFor', { phases: list.format(phases.map(wordOf)) })}
    </>
  );
}
