import type { Pilot } from '@pilot-to-platform/plugin-pilot-common';
import { usePhaseWord } from '../../hooks/usePhaseWord';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';

/** "Before launch: 2 things left" */
export function useGateTitle(pilot: Pilot | undefined): string {
  const { t } = usePilotTranslation();
  const wordOf = usePhaseWord();
  if (!pilot) return t('gate.heading');
  const { gate, phase } = pilot;
  if (gate) {
    const count = gate.left.length;
    return count > 0
      ? t('gate.left', { count, phase: wordOf(gate.to) })
      : t('gate.none', { phase: wordOf(gate.to) });
  }
  switch (phase) {
    case 'platform':
    case 'point-solution':
    case 'retired':
      return t(`gate.ended.${phase}`);
    default:
      return t('gate.heading');
  }
}
