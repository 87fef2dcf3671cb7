import type { Phase } from '@pilot-to-platform/plugin-pilot-common';
import { useLanguage } from './useLanguage';
import { usePilotTranslation } from './usePilotTranslation';

/** Names a phase as something to come, in a sentence: "launch". */
export function usePhaseWord(): (phase: Phase) => string {
  const { t } = usePilotTranslation();
  const language = useLanguage();
  return phase =>
    phase === 'build-out' || phase === 'platform'
      ? t(`nextPhase.${phase}`)
      : t(`phase.${phase}`).toLocaleLowerCase(language);
}
