import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { placesOnMap, type Place } from './mapPlaces';

/** How many Pilots are where, in a sentence. */
export function useMapSentence(
  places: Readonly<Record<Place, readonly unknown[]>>,
): string {
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const count = (place: Place) => numbers.count(places[place].length);
  const marks = placesOnMap.reduce((sum, each) => sum + places[each].length, 0);
  const sentence = t('map.name', {
    pilots: t('portfolio.count', { count: marks }),
    buildOut: count('buildOut'),
    launch: count('launch'),
    keepSmall: count('keepSmall'),
    fewTakers: count('fewTakers'),
    healthy: count('healthy'),
    needsAttention: count('needsAttention'),
    ended: count('ended'),
  });
  const unknown = places.unknown.length;
  return unknown > 0
    ? `${sentence} ${t('map.nameUnknown', { count: unknown })}`
    : sentence;
}
