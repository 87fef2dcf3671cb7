import type { DemandMarker } from '@pilot-to-platform/plugin-pilot-common';
import { useLanguage } from '../../hooks/useLanguage';
import { useName } from '../../hooks/useName';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';

/** What happened to a demand, in words. */
export function TrendEvent({ marker }: { marker: DemandMarker }) {
  const { t } = usePilotTranslation();
  const language = useLanguage();
  switch (marker.type) {
    case 'phase': {
      const phase = t(`phase.${marker.phase}`).toLocaleLowerCase(language);
      return (
        <>
          {t(marker.declared ? 'trend.phaseDeclared' : 'trend.phase', {
            phase,
          })}
        </>
      );
    }
    case 'policy':
      return <>{t('trend.policyChanged')}</>;
    case 'adoption':
      return <Adopted team={marker.team} />;
    case 'merge':
      return <Merged target={marker.target} />;
    default:
      // Of a type that only a newer backend knows: its word says what it was.
      return <>{(marker as DemandMarker).type}</>;
  }
}

function Adopted({ team }: { team: string }) {
  const { t } = usePilotTranslation();
  return <>{t('trend.adoption', { team: useName(team) })}</>;
}

function Merged({ target }: { target: string }) {
  const { t } = usePilotTranslation();
  return <>{t('trend.merge', { name: useName(target) })}</>;
}
