import { useRef, type PointerEvent } from 'react';
import { scaleLinear, scaleUtc } from 'd3-scale';
import { line } from 'd3-shape';
import { useLanguage } from '../../../hooks/useLanguage';
import { useWidth } from '../../../hooks/useWidth';
import { ChartMarker, type Marker, withRoomForLabels } from './ChartMarker';
import classes from './LineChart.module.css';
import { monthTicks, piecesOf, type TrendPoint } from './trendLine';

/** A score from which something begins. */
export interface Threshold {
  readonly score: number;
  readonly label: string;
}

const height = 220;
const margin = { top: 16, right: 88, bottom: 28, left: 36 };
const scores = [0, 20, 40, 60, 80, 100];
const monthWidth = 48;

/** A score over time: its levels, and what explains its bends. */
export function LineChart<P extends TrendPoint>(props: {
  points: readonly P[];
  thresholds: readonly Threshold[];
  markers: readonly Marker[];
  /** Says the same in a sentence. */
  label: string;
  /** Is told the point under the pointer, if there is one. */
  onPoint: (point: P | undefined) => void;
}) {
  const { points, thresholds, markers, label, onPoint } = props;
  const language = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  // As wide as its place, so that its text has the size of other text.
  const width = useWidth(frame, 720);

  const [from, to] = [points[0].at, points[points.length - 1].at];
  const right = width - margin.right;
  const x = scaleUtc([new Date(from), new Date(to)], [margin.left, right]);
  const y = scaleLinear([0, 100], [height - margin.bottom, margin.top]);
  const path = line<P>(
    point => x(new Date(point.at)),
    point => y(point.score),
  );
  const nearest = (event: PointerEvent<SVGSVGElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    const at = +x.invert(event.clientX - left);
    const away = (point: P) => Math.abs(Date.parse(point.at) - at);
    onPoint(points.reduce((a, b) => (away(b) < away(a) ? b : a)));
  };
  const months = monthTicks(
    from,
    to,
    Math.max(1, Math.floor((right - margin.left) / monthWidth)),
  );
  const shown = markers.filter(({ at }) => at >= from && at <= to);

  return (
    <div ref={frame}>
      <svg
        className={classes.chart}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={label}
        onPointerMove={nearest}
        onPointerLeave={() => onPoint(undefined)}
      >
        {scores.map(score => (
          <text key={score} x={margin.left - 8} y={y(score)} dy="0.32em">
            {score}
          </text>
        ))}
        {thresholds.map(({ score, label: name }) => (
          <g key={score}>
            <path
              className={classes.threshold}
              d={`M${margin.left},${y(score)}H${right}`}
            />
            <text
              className={classes.name}
              x={right + 8}
              y={y(score)}
              dy="0.32em"
            >
              {name}
            </text>
          </g>
        ))}
        <path className={classes.axis} d={`M${margin.left},${y(0)}H${right}`} />
        {months.map(month => (
          <text
            key={month.toMillis()}
            className={classes.month}
            x={x(month.toJSDate())}
            y={height - 8}
          >
            {month
              .setLocale(language)
              .toFormat(month.month === 1 ? 'yyyy' : 'LLL')}
          </text>
        ))}
        {withRoomForLabels(shown, x, width).map(each => (
          <ChartMarker
            key={`${each.marker.look} ${each.marker.at}`}
            marker={each.marker}
            x={each.x}
            top={margin.top}
            bottom={y(0)}
          />
        ))}
        {piecesOf(points).map(piece => (
          <path
            key={piece[0].at}
            className={classes.line}
            d={path(piece) ?? undefined}
          />
        ))}
      </svg>
    </div>
  );
}
