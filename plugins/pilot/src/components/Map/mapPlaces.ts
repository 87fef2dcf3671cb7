import type { PilotListItem } from '@pilot-to-platform/plugin-pilot-common';

/** The parts of the map, in the order in which they are read. */
export const quadrants = [
  'buildOut',
  'launch',
  'keepSmall',
  'fewTakers',
] as const;
/** One of {@link quadrants}. */
export type Quadrant = (typeof quadrants)[number];

/** Where a Pilot is: on the map, or beside it while its readiness is not known. */
export type Place = Quadrant | 'unknown';

/** A Pilot whose weakest dimension reaches this is on the right of the map. */
export const readyFrom = 0.5;

/** What a place depends on. */
export type Placed = Pick<PilotListItem, 'score' | 'readiness'>;

/** @param gateScore - from which score on a Pilot is in the upper half */
export function placeOf(pilot: Placed, gateScore: number): Place {
  const weakest = pilot.readiness?.weakestScore ?? null;
  if (weakest === null) return 'unknown';
  const isWanted = pilot.score >= gateScore;
  const isReady = weakest >= readyFrom;
  if (isWanted) return isReady ? 'launch' : 'buildOut';
  return isReady ? 'fewTakers' : 'keepSmall';
}

/** Pilots by place, each in the order in which they came. */
export function byPlace<P extends Placed>(
  pilots: readonly P[],
  gateScore: number,
): Record<Place, P[]> {
  const places: Record<Place, P[]> = {
    buildOut: [],
    launch: [],
    keepSmall: [],
    fewTakers: [],
    unknown: [],
  };
  for (const pilot of pilots) places[placeOf(pilot, gateScore)].push(pilot);
  return places;
}
