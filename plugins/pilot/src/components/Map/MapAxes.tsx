import { useNumbers } from '../../hooks/useNumbers';
import classes from './Map.module.css';
import { boxOfText, type Box } from './mapLabels';
import { xOf, yOf, type MapFrame } from './mapMarks';
import { readyFrom } from './mapPlaces';

const shares = [0, 0.25, 0.5, 0.75, 1];
const scores = [0, 20, 40, 60, 80, 100];

/** Draws the scales of the map, and the lines between its quadrants. */
export function MapAxes(props: {
  frame: MapFrame;
  gateScore: number;
  gateText: string;
  xText: string;
  yText: string;
}) {
  const { frame, gateScore, gateText, xText, yText } = props;
  const numbers = useNumbers();
  const [left, right] = [xOf(0, frame), xOf(1, frame)];
  const [top, bottom] = [yOf(100, frame), yOf(0, frame)];
  const [gate, ready] = [yOf(gateScore, frame), xOf(readyFrom, frame)];
  return (
    <>
      <path
        className={classes.axis}
        d={`M${left},${top}V${bottom}H${right}V${top}Z`}
      />
      <path
        className={classes.divider}
        d={`M${left},${gate}H${right}M${ready},${top}V${bottom}`}
      />
      {scores.map(score => (
        <text
          key={score}
          className={classes.y}
          x={left - 8}
          y={yOf(score, frame)}
        >
          {score}
        </text>
      ))}
      {shares.map(share => (
        <text
          key={share}
          x={xOf(share, frame)}
          y={bottom + 16}
          textAnchor={share === 1 ? 'end' : 'middle'}
        >
          {numbers.percent(share)}
        </text>
      ))}
      <text x={right - 4} y={gate - 4} textAnchor="end">
        {gateText}
      </text>
      <text x={(left + right) / 2} y={bottom + 34} textAnchor="middle">
        {xText}
      </text>
      <text
        transform={`translate(10,${(top + bottom) / 2}) rotate(-90)`}
        textAnchor="middle"
      >
        {yText}
      </text>
    </>
  );
}

/** The room that the name of the gate takes, at the right end of its line. */
export function gateBox(text: string, frame: MapFrame, gateScore: number): Box {
  const { left, right, ...rest } = boxOfText(
    text,
    0,
    yOf(gateScore, frame) - 4,
  );
  const end = xOf(1, frame) - 4;
  return { ...rest, left: end - (right - left), right: end };
}
