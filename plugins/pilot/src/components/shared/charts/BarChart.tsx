import { useRef } from 'react';
import { useWidth } from '../../../hooks/useWidth';
import classes from './BarChart.module.css';

/** A value over its name. */
export interface Bar {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  /** The value in words. */
  readonly text: string;
}

const height = 140;
const margin = { top: 18, bottom: 20 };
/** About what a short name takes. */
const nameWidth = 32;
/** A bar is no wider, so that a few of them stay bars. */
const widest = 40;

/** Counts side by side, from 0. */
export function BarChart(props: {
  bars: readonly Bar[];
  /** Says the same in a sentence. */
  label: string;
}) {
  const { bars, label } = props;
  const frame = useRef<HTMLDivElement>(null);
  // As wide as its place, so that its text has the size of other text.
  const width = useWidth(frame, 480);
  const step = width / bars.length;
  const barWidth = Math.min(step * 0.7, widest);
  const bottom = height - margin.bottom;
  // The last one keeps its name.
  const every = Math.max(1, Math.ceil(nameWidth / step));
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <div ref={frame}>
      <svg
        className={classes.chart}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={label}
      >
        <path className={classes.axis} d={`M0,${bottom}H${width}`} />
        {bars.map(({ key, name, value, text }, index) => {
          const middle = (index + 0.5) * step;
          const top = bottom - (value / most) * (bottom - margin.top);
          return (
            <g key={key}>
              <rect
                className={classes.bar}
                x={middle - barWidth / 2}
                y={top}
                width={barWidth}
                height={bottom - top}
              />
              <text x={middle} y={top - 4}>
                {text}
              </text>
              {(bars.length - 1 - index) % every === 0 && (
                <text x={middle} y={height - 6}>
                  {name}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
