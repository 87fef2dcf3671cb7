import { line } from 'd3-shape';
import { VisuallyHidden } from '@backstage/ui';
import type { DemandTrend } from '@pilot-to-platform/plugin-pilot-common';
import { useNumbers } from '../../../hooks/useNumbers';
import { usePilotTranslation } from '../../../hooks/usePilotTranslation';
import classes from './Sparkline.module.css';

const sizes = {
  table: { width: 96, height: 24 },
  card: { width: 160, height: 32 },
} as const;

/** Room for the last point, which is wider than the line. */
const margin = 3;

/** Draws a score week by week. It needs no axes: 0 to 100, always. */
export function Sparkline(props: {
  /** One score a week, oldest first. */
  weeks: readonly number[];
  variant: keyof typeof sizes;
  trend?: DemandTrend;
}) {
  const { weeks, variant, trend } = props;
  const { t } = usePilotTranslation();
  const text = useSparklineText(weeks, trend);
  if (weeks.length < 2) {
    return <span className={classes.new}>{t('chart.new')}</span>;
  }

  const { width, height } = sizes[variant];
  const x = (week: number) =>
    margin + (week / (weeks.length - 1)) * (width - 2 * margin);
  const y = (score: number) =>
    height - margin - (score / 100) * (height - 2 * margin);
  const path = line<number>((_, week) => x(week), y)([...weeks]) ?? undefined;
  const last = weeks.length - 1;
  // A table reads its cells as text; a card has an image with a name.
  const hides = variant === 'table';
  return (
    <>
      <svg
        className={classes.chart}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        {...(hides
          ? { 'aria-hidden': true }
          : { role: 'img', 'aria-label': text })}
      >
        <path d={path} className={classes.line} />
        <circle cx={x(last)} cy={y(weeks[last])} r={2.5} />
      </svg>
      {hides && <VisuallyHidden>{text}</VisuallyHidden>}
    </>
  );
}

/** Describes a sparkline: "rising, 31 to 47 in 13 weeks". */
function useSparklineText(
  weeks: readonly number[],
  trend?: DemandTrend,
): string {
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  if (weeks.length < 2) return t('chart.new');
  const span = t('chart.span', {
    count: weeks.length,
    first: numbers.score(weeks[0]),
    last: numbers.score(weeks[weeks.length - 1]),
  });
  return trend
    ? t('chart.spanTrend', { trend: t(`demand.${trend}`), span })
    : span;
}
