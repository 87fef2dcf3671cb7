import type { DemandTrend } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotCache } from '../../hooks/usePilotCache';
import { useResource } from '../../hooks/useResource';
import { Sparkline } from '../shared/charts/Sparkline';
import classes from './DemandCard.module.css';

/** Where the score has been for 13 weeks. Its room is kept while it loads. */
export function DemandTrendLine(props: { target: string; trend: DemandTrend }) {
  const weeks = useResource(usePilotCache().weeks(props.target));
  // The score stands without it: a line that cannot be had is left out.
  if (weeks.state === 'failed') return null;
  return (
    <div className={classes.trend}>
      {weeks.state === 'ready' && (
        <Sparkline weeks={weeks.value} variant="card" trend={props.trend} />
      )}
    </div>
  );
}
