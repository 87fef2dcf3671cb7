import type { DemandMarker } from '@pilot-to-platform/plugin-pilot-common';
import { useName } from '../../hooks/useName';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';

/** What happened to a demand, in words. */
export function TrendEvent({ marker }: { marker: DemandMarker }) {
  const { t } = usePilotTranslation();
  switch (marker.type) {
    case 'phase': {
      const phase = t(`phase.${marker.phase}`);
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
    default:
      return <Merged target={marker.target} />;
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
