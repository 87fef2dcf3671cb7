import { margin, type MapFrame, type MapMark } from './mapMarks';

/** The name of a mark, where it has room. */
export interface MapLabel {
  readonly target: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** A rectangle in which something stands. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** About what a letter of 12 pixels takes. */
const letter = 6.5;
const lineHeight = 14;
/** Distance from the middle of a mark to its edge, and to its name. */
const radius = 7;
const gap = 10;
const longest = 28;
const mostLabels = 12;

/** The room that a text takes, from the left end of its base line. */
export function boxOfText(text: string, x: number, y: number): Box {
  return {
    left: x,
    right: x + text.length * letter,
    top: y - lineHeight + 3,
    bottom: y + 3,
  };
}

/**
 * The names of the highest marks. A name stands at the first side of its mark
 * where it touches nothing, and is left out where there is none: every name is
 * in the lists.
 *
 * @param taken - where something stands already, such as the names of quadrants
 */
export function labelsOf(
  marks: readonly MapMark[],
  nameOf: (target: string) => string,
  frame: MapFrame,
  taken: readonly Box[],
): MapLabel[] {
  const used = [...taken, ...marks.map(({ x, y }) => boxAround(x, y, radius))];
  const highest = [...marks]
    .sort((a, b) => b.pilot.score - a.pilot.score)
    .slice(0, mostLabels);
  return highest.flatMap(mark => {
    const found = sidesOf(mark, shortened(nameOf(mark.pilot.target))).find(
      ({ box }) =>
        isInside(box, frame) && !used.some(other => overlap(box, other)),
    );
    if (!found) return [];
    used.push(found.box);
    return found.label;
  });
}

function shortened(name: string): string {
  return name.length > longest ? `${name.slice(0, longest - 1)}…` : name;
}

/** Right, left, above and below of a mark. */
function sidesOf({ pilot, x, y }: MapMark, text: string) {
  const half = (text.length * letter) / 2;
  const side = (
    anchor: MapLabel['anchor'],
    at: { x: number; y: number },
    start: number,
  ) => ({
    label: { target: pilot.target, text, anchor, ...at },
    box: boxOfText(text, start, at.y),
  });
  return [
    side('start', { x: x + gap, y: y + 4 }, x + gap),
    side('end', { x: x - gap, y: y + 4 }, x - gap - 2 * half),
    side('middle', { x, y: y - gap }, x - half),
    side('middle', { x, y: y + gap + 9 }, x - half),
  ];
}

function boxAround(x: number, y: number, away: number): Box {
  return { left: x - away, right: x + away, top: y - away, bottom: y + away };
}

function isInside(box: Box, { width, height }: MapFrame): boolean {
  return (
    box.left >= margin.left &&
    box.right <= width &&
    box.top >= 0 &&
    box.bottom <= height - margin.bottom
  );
}

function overlap(a: Box, b: Box): boolean {
  return (
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
  );
}
