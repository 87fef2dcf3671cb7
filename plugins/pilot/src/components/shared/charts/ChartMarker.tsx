import classes from './LineChart.module.css';

/** About what a letter of 12 pixels takes. */
const letter = 7;

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

/**
 * Places each marker. Of flags that would lie on each other only the first
 * keeps its label; all of them are in the table.
 */
export function withRoomForLabels(
  markers: readonly Marker[],
  x: (at: Date) => number,
  width: number,
): Array<{ marker: Marker; x: number }> {
  let end = -Infinity;
  return [...markers]
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .map(marker => {
      const at = x(new Date(marker.at));
      const right = at + (marker.label?.length ?? 0) * letter;
      if (!marker.label || at < end || right > width) {
        return { marker: { ...marker, label: undefined }, x: at };
      }
      end = right;
      return { marker, x: at };
    });
}
