import classes from './LineChart.module.css';

/** Something that happened, at its instant on a chart. */
export interface Marker {
  readonly at: string;
  /** Told apart by shape: a solid line, a dashed one, a tick at the axis. */
  readonly look: 'solid' | 'dashed' | 'tick';
  /** On its flag; left out where there is no room for it. */
  readonly label?: string;
}

export function ChartMarker(props: {
  marker: Marker;
  x: number;
  top: number;
  bottom: number;
}) {
  const { marker, x, top, bottom } = props;
  if (marker.look === 'tick') {
    return (
      <path
        className={classes.tick}
        d={`M${x},${bottom - 8}l5,8h-10z`}
        data-look="tick"
      />
    );
  }
  return (
    <g data-look={marker.look}>
      <line
        className={classes[marker.look]}
        x1={x}
        x2={x}
        y1={top - 4}
        y2={bottom}
      />
      {marker.label && (
        <text className={classes.name} x={x + 4} y={top + 6}>
          {marker.label}
        </text>
      )}
    </g>
  );
}
