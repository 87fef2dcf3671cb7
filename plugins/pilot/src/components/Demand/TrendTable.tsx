import type {
  DemandHistory,
  DemandMarker,
} from '@pilot-to-platform/plugin-pilot-common';
import { formatDay } from '../../format/formatInstant';
import { useLanguage } from '../../hooks/useLanguage';
import { useName } from '../../hooks/useName';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { DataTable } from '../shared/DataTable';

interface TrendRow {
  readonly at: string;
  readonly point?: DemandHistory['points'][number];
  readonly marker?: DemandMarker;
}

/** The points and the events of a history, latest first. */
export function TrendTable({ history }: { history: DemandHistory }) {
  const { t } = usePilotTranslation();
  const language = useLanguage();
  const numbers = useNumbers();
  const rows: TrendRow[] = [
    ...history.points.map(point => ({ at: point.at, point })),
    ...history.markers.map(marker => ({ at: marker.at, marker })),
  ].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <DataTable
      label={t('trend.title')}
      rows={rows}
      keyOf={({ at, marker }) => `${at} ${marker?.type ?? ''}`}
      columns={[
        {
          key: 'date',
          label: t('trend.date'),
          cell: ({ at }) => formatDay(at, language),
        },
        {
          key: 'score',
          label: t('trend.score'),
          isNumber: true,
          cell: ({ point }) => point && numbers.score(point.score),
        },
        {
          key: 'level',
          label: t('trend.level'),
          cell: ({ point }) => point && t(`level.${point.level}`),
        },
        {
          key: 'event',
          label: t('trend.event'),
          cell: ({ marker }) => marker && <TrendEvent marker={marker} />,
        },
      ]}
    />
  );
}

/** Says in words what happened to a demand. */
function TrendEvent({ marker }: { marker: DemandMarker }) {
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
