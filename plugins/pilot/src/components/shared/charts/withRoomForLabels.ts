import type { Marker } from './ChartMarker';

/** About what a letter of 12 pixels takes. */
const letter = 7;

/**
 * Where each marker stands. Of flags that would lie on each other only the first
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
