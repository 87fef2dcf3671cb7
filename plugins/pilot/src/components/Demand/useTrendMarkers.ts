import type { DemandMarker } from '@pilot-to-platform/plugin-pilot-common';
import { useLanguage } from '../../hooks/useLanguage';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import type { Marker } from '../shared/charts/ChartMarker';

/** What happened to a demand, as marks on its curve. */
export function useTrendMarkers(markers: readonly DemandMarker[]): Marker[] {
  const { t } = usePilotTranslation();
  const language = useLanguage();
  return markers.map((marker): Marker => {
    const { at } = marker;
    switch (marker.type) {
      case 'phase':
        return {
          at,
          look: 'solid',
          label: t(marker.declared ? 'trend.phaseDeclared' : 'trend.phase', {
            phase: t(`phase.${marker.phase}`).toLocaleLowerCase(language),
          }),
        };
      case 'policy':
        return { at, look: 'dashed', label: t('trend.policyChanged') };
      default:
        return { at, look: 'tick' };
    }
  });
}
