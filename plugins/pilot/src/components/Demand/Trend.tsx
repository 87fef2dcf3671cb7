import { useState } from 'react';
import { DateTime } from 'luxon';
import { Text } from '@backstage/ui';
import type { DemandHistory } from '@pilot-to-platform/plugin-pilot-common';
import type { TrendRange } from './useDemandTabQuery';
import { useLanguage } from '../../hooks/useLanguage';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { LineChart } from '../shared/charts/LineChart';
import classes from './DemandTab.module.css';
import { formatDay } from '../../format/formatDay';
import { TrendTable } from './TrendTable';
import { useThresholds } from './useThresholds';
import { useTrendMarkers } from './useTrendMarkers';
import { useTrendSummary } from './useTrendSummary';

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
