import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolTriangle,
} from 'd3-shape';
import classes from './Map.module.css';
import type { Shape } from './mapMarks';

const symbols = {
  circle: symbolCircle,
  triangle: symbolTriangle,
  square: symbolSquare,
  diamond: symbolDiamond,
  cross: symbolCross,
};

/** Square pixels. */
const size = 80;

/** The shape of a phase, around its middle. */
export function MarkShape(props: { shape: Shape; isFilled: boolean }) {
  const { shape, isFilled } = props;
  return (
    <path
      d={symbol(symbols[shape], size)() ?? undefined}
      className={isFilled ? classes.filled : classes.hollow}
      data-shape={shape}
      data-filled={isFilled}
    />
  );
}
