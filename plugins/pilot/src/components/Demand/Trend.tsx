import { useState } from 'react';
import { DateTime } from 'luxon';
import { Text } from '@backstage/ui';
import type {
  DemandHistory,
  DemandMarker,
} from '@pilot-to-platform/plugin-pilot-common';
import { formatDay } from '../../format/formatInstant';
import { useLanguage } from '../../hooks/useLanguage';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import type { Marker } from '../shared/charts/ChartMarker';
import { LineChart, type Threshold } from '../shared/charts/LineChart';
import classes from './DemandTab.module.css';
import { TrendTable } from './TrendTable';
import type { TrendRange } from '../../hooks/useDemandTabQuery';

const levels = ['emerging', 'strong', 'proven'] as const;

/** A history as a curve with its sentence, or as a table. */
export function Trend(props: {
  history: DemandHistory;
  range: TrendRange;
  isTable: boolean;
}) {
  const { history, range, isTable } = props;
  const { points } = history;
  const { t } = usePilotTranslation();
  const language = useLanguage();
  const numbers = useNumbers();
  const thresholds = useThresholds();
  const markers = useTrendMarkers(history.markers);
  const summary = useTrendSummary(history, range);
  const [pointed, setPointed] = useState<DemandHistory['points'][number]>();

  if (points.length < 2 || isTooNew(history)) {
    return (
      <Text as="p" variant="body-medium" className={classes.text}>
        {t('trend.tooNew')}
      </Text>
    );
  }
  if (isTable) return <TrendTable history={history} />;
  return (
    <figure className={classes.figure}>
      <LineChart
        points={points}
        thresholds={thresholds}
        markers={markers}
        label={summary}
        onPoint={setPointed}
      />
      <div aria-hidden="true" className={classes.pointed}>
        {pointed &&
          t('trend.point', {
            date: formatDay(pointed.at, language),
            score: numbers.score(pointed.score),
            level: t(`level.${pointed.level}`),
          })}
      </div>
      <figcaption className={classes.text}>{summary}</figcaption>
    </figure>
  );
}

function isTooNew({ summary, to }: DemandHistory): boolean {
  if (summary.since === null) return true;
  const end = DateTime.fromISO(to, { zone: 'utc' }).endOf('day');
  return end.diff(DateTime.fromISO(summary.since), 'days').days < 7;
}

/** The scores from which the levels begin, under the policy in force. */
function useThresholds(): Threshold[] {
  const { t } = usePilotTranslation();
  const policy = useResource(usePilotCache().policy);
  if (policy.state !== 'ready') return [];
  return levels.map(level => ({
    score: policy.value.demand.levels[level],
    label: t(`level.${level}`),
  }));
}

/** Turns the events of a demand into marks on its curve. */
function useTrendMarkers(markers: readonly DemandMarker[]): Marker[] {
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

/** "From 18 to 47 in a year. Policy changed on 1 Aug 2026." */
function useTrendSummary(
  { summary }: DemandHistory,
  range: TrendRange,
): string {
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const language = useLanguage();
  const first = numbers.score(summary.first);
  const last = numbers.score(summary.last);
  const since = summary.since ? formatDay(summary.since, language) : '';
  const sentences: string[] = [
    {
      '3m': () => t('trend.in3m', { first, last }),
      '1y': () => t('trend.in1y', { first, last }),
      all: () => t('trend.inall', { first, last, since }),
    }[range](),
  ];
  if (summary.policyChanges.length > 0) {
    const dates = new Intl.ListFormat(language).format(
      summary.policyChanges.map(at => formatDay(at, language)),
    );
    sentences.push(t('trend.policyChangedOn', { dates }));
  }
  return sentences.join(' ');
}
