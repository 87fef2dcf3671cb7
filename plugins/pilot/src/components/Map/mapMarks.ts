import type {
  Phase,
  PilotListItem,
} from '@pilot-to-platform/plugin-pilot-common';
import { readyFrom, type Quadrant } from './mapPlaces';

/** The place of a map on the screen, in pixels. */
export interface MapFrame {
  readonly width: number;
  readonly height: number;
}

/** Around the map, for its numbers. */
export const margin = { top: 16, right: 16, bottom: 40, left: 44 };

/** The shapes of the phases: told apart without colour. */
export const shapes = {
  pilot: 'circle',
  demand: 'triangle',
  'build-out': 'square',
  platform: 'diamond',
  'point-solution': 'cross',
  retired: 'cross',
} as const satisfies Record<Phase, string>;
/** One of the {@link shapes}. */
export type Shape = (typeof shapes)[Phase];

/** Facts of a Pilot that its mark depends on. */
export type Marked = Pick<
  PilotListItem,
  'target' | 'phase' | 'score' | 'gate' | 'readiness'
>;

/** A Pilot on the map. */
export interface MapMark<P extends Marked = Marked> {
  readonly pilot: P;
  readonly x: number;
  readonly y: number;
  readonly shape: Shape;
  /** Nothing is left before the next phase. */
  readonly isFilled: boolean;
}

/** Returns the distance of a share of readiness from the left. */
export function xOf(share: number, { width }: MapFrame): number {
  return margin.left + share * (width - margin.left - margin.right);
}

/** Returns the distance of a score from the top. */
export function yOf(score: number, { height }: MapFrame): number {
  const bottom = height - margin.bottom;
  return bottom - (score / 100) * (bottom - margin.top);
}

/** A mark for each Pilot whose readiness is known. */
export function marksOf<P extends Marked>(
  pilots: readonly P[],
  frame: MapFrame,
): Array<MapMark<P>> {
  return pilots.flatMap(pilot => {
    const weakest = pilot.readiness?.weakestScore ?? null;
    if (weakest === null) return [];
    return {
      pilot,
      x: xOf(weakest, frame),
      y: yOf(pilot.score, frame),
      shape: shapeOf(pilot),
      isFilled: isNothingLeft(pilot),
    };
  });
}

/** A phase that only a newer backend knows looks like the first one. */
function shapeOf({ phase }: Marked): Shape {
  return phase && Object.hasOwn(shapes, phase) ? shapes[phase] : shapes.pilot;
}

/** A platform has passed every gate; what ended has none ahead. */
function isNothingLeft({ gate, phase }: Marked): boolean {
  return gate ? gate.left === 0 : phase === 'platform';
}

/** Between the line of a quadrant and its name, so that marks on the line fit. */
const nameGap = 12;

/** Places the name of each quadrant below its upper edge. */
export function quadrantCorners(
  frame: MapFrame,
  gateScore: number,
): Record<Quadrant, { x: number; y: number }> {
  const [left, right] = [xOf(0, frame), xOf(readyFrom, frame)].map(
    x => x + nameGap,
  );
  const [top, middle] = [yOf(100, frame) + 16, yOf(gateScore, frame) + 16];
  return {
    buildOut: { x: left, y: top },
    launch: { x: right, y: top },
    keepSmall: { x: left, y: middle },
    fewTakers: { x: right, y: middle },
  };
}
