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

/**
 * Places of Pilots on the map, in reading order: what comes next where
 * something does, how a platform is doing, and what has ended. Beside the map
 * are those whose readiness is not known.
 */
export const placesOnMap = [
  ...quadrants,
  'healthy',
  'needsAttention',
  'ended',
] as const;
/** One of {@link placesOnMap}, or beside the map. */
export type Place = (typeof placesOnMap)[number] | 'unknown';

/** A Pilot whose weakest dimension reaches this is on the right of the map. */
export const readyFrom = 0.5;

/** Facts of a Pilot that its place depends on. */
export type Placed = Pick<
  PilotListItem,
  'score' | 'readiness' | 'phase' | 'recommendation'
>;

/** @param gateScore - from which score on a Pilot is in the upper half */
export function placeOf(pilot: Placed, gateScore: number): Place {
  const weakest = pilot.readiness?.weakestScore ?? null;
  if (weakest === null) return 'unknown';
  const isWanted = pilot.score >= gateScore;
  const isReady = weakest >= readyFrom;
  const { phase } = pilot;
  if (phase === 'point-solution' || phase === 'retired') return 'ended';
  if (phase === 'platform') {
    const isBad = isInTrouble(pilot, isWanted && isReady);
    return isBad ? 'needsAttention' : 'healthy';
  }
  // Nothing is launched that was not built out.
  if (isWanted) return isReady && phase === 'build-out' ? 'launch' : 'buildOut';
  return isReady ? 'fewTakers' : 'keepSmall';
}

/** As recommended; of past days no recommendation is kept. */
function isInTrouble({ recommendation }: Placed, isWell: boolean): boolean {
  return recommendation ? recommendation.code === 'revisit' : !isWell;
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
    healthy: [],
    needsAttention: [],
    ended: [],
    unknown: [],
  };
  for (const pilot of pilots) places[placeOf(pilot, gateScore)].push(pilot);
  return places;
}
