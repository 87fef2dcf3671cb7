import type {
  DemandHistory,
  DemandMarker,
} from '@pilot-to-platform/plugin-pilot-common';
import { useLanguage } from '../../hooks/useLanguage';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { DataTable } from '../shared/DataTable';
import { formatDay } from '../../format/formatDay';
import { TrendEvent } from './TrendEvent';

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
