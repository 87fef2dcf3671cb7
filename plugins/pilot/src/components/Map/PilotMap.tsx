import { useRef, type MouseEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import type { PilotListItem } from '@pilot-to-platform/plugin-pilot-common';
import { useDemandLink } from '../../hooks/useDemandLink';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useRefLabel } from '../../hooks/useRefLabel';
import { useWidth } from '../../hooks/useWidth';
import classes from './Map.module.css';
import { gateBox, MapAxes } from './MapAxes';
import { boxOfText, labelsOf } from './mapLabels';
import { marksOf, quadrantCorners } from './mapMarks';
import { quadrants } from './mapPlaces';
import { MarkShape } from './MarkShape';

/** Least width with room for a high map. */
const wide = 640;
const heights = { wide: 480, narrow: 360 };
/** The reach of a pointer around the middle of a mark. */
const reach = 12;

/** Demand by readiness. It cannot be focused: the lists have a link for each mark. */
export function PilotMap(props: {
  pilots: readonly PilotListItem[];
  gateScore: number;
  /** Says the same in a sentence. */
  label: string;
  /** The Pilot that a pointer or the focus is on, here or in the lists. */
  pointed: string | undefined;
  onPoint: (target: string | undefined) => void;
}) {
  const { pilots, gateScore, label, pointed, onPoint } = props;
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const labelOf = useRefLabel();
  const navigate = useNavigate();
  const link = useDemandLink();
  const frameRef = useRef<HTMLDivElement>(null);
  // As wide as its place, so that its text has the size of other text.
  const width = useWidth(frameRef, 720);
  const frame = {
    width,
    height: width < wide ? heights.narrow : heights.wide,
  };
  const marks = marksOf(pilots, frame);
  const corners = quadrantCorners(frame, gateScore);
  const names = quadrants.map(quadrant => ({
    quadrant,
    text: t(`map.corner.${quadrant}`),
    ...corners[quadrant],
  }));
  const gateText = t('map.gate', { score: numbers.score(gateScore) });
  const titles = new Map(pilots.map(({ target, title }) => [target, title]));
  const labels = labelsOf(
    marks,
    target => titles.get(target) ?? labelOf(target),
    frame,
    [
      ...names.map(({ text, x, y }) => boxOfText(text, x, y)),
      gateBox(gateText, frame, gateScore),
    ],
  );
  const open = ({ target }: MouseEvent<SVGSVGElement>) => {
    const mark = (target as Element).closest<SVGElement>('[data-target]');
    if (mark?.dataset.target) navigate(link(mark.dataset.target));
  };

  return (
    <div ref={frameRef}>
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the lists have the same as links */}
      <svg
        className={classes.map}
        width={frame.width}
        height={frame.height}
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        role="img"
        aria-label={label}
        onClick={open}
      >
        <MapAxes
          frame={frame}
          gateScore={gateScore}
          gateText={gateText}
          xText={t('map.x')}
          yText={t('map.y')}
        />
        {names.map(({ quadrant, text, x, y }) => (
          <text key={quadrant} className={classes.quadrant} x={x} y={y}>
            {text}
          </text>
        ))}
        {labels.map(({ target, text, x, y, anchor }) => (
          <text key={target} x={x} y={y} textAnchor={anchor}>
            {text}
          </text>
        ))}
        {marks.map(({ pilot: { target }, x, y, shape, isFilled }) => (
          <g
            key={target}
            className={classes.mark}
            transform={`translate(${x},${y})`}
            data-target={target}
            data-pointed={pointed === target}
            onPointerEnter={() => onPoint(target)}
            onPointerLeave={() => onPoint(undefined)}
          >
            <circle className={classes.reach} r={reach} />
            {pointed === target && (
              <circle className={classes.ring} r={reach - 1} />
            )}
            <MarkShape shape={shape} isFilled={isFilled} />
          </g>
        ))}
      </svg>
    </div>
  );
}
