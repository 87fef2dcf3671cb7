import { useState } from 'react';
import { Text, ToggleButton } from '@backstage/ui';
import type { PilotListItem } from '@pilot-to-platform/plugin-pilot-common';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useRefLabel } from '../../hooks/useRefLabel';
import classes from './Map.module.css';
import { MapLegend } from './MapLegend';
import { byPlace, placesOnMap, type Place } from './mapPlaces';
import { MapTable } from './MapTable';
import { PilotMap } from './PilotMap';
import { QuadrantLists } from './QuadrantLists';
import { usePilotFacts } from './usePilotFacts';

/** Pilots on the map, or in a table, and always in lists below. */
export function MapView(props: {
  pilots: readonly PilotListItem[];
  gateScore: number;
  isPast: boolean;
}) {
  const { pilots, gateScore, isPast } = props;
  const { t } = usePilotTranslation();
  const labelOf = useRefLabel();
  const factsOf = usePilotFacts();
  const [isTable, setIsTable] = useState(false);
  const [pointed, setPointed] = useState<string>();
  const places = byPlace(pilots, gateScore);
  const sentence = useMapSentence(places);
  const hasMarks = placesOnMap.some(place => places[place].length > 0);
  const meant = pilots.find(({ target }) => target === pointed);

  return (
    <>
      {hasMarks && (
        <div className={classes.line}>
          <ToggleButton isSelected={isTable} onChange={setIsTable}>
            {t('map.asTable')}
          </ToggleButton>
        </div>
      )}
      {hasMarks && isTable && (
        <MapTable pilots={pilots} gateScore={gateScore} />
      )}
      {hasMarks && !isTable && (
        <figure className={classes.figure}>
          <PilotMap
            pilots={pilots}
            gateScore={gateScore}
            label={sentence}
            pointed={pointed}
            onPoint={setPointed}
          />
          <div aria-hidden="true" className={classes.pointed}>
            {meant &&
              t('map.pointed', {
                name: meant.title ?? labelOf(meant.target),
                facts: factsOf(meant),
              })}
          </div>
          <MapLegend />
          <figcaption>
            <Text as="p" variant="body-medium" className={classes.text}>
              {sentence}
            </Text>
          </figcaption>
        </figure>
      )}
      <QuadrantLists
        places={places}
        isPast={isPast}
        pointing={{ pointed, onPoint: setPointed }}
      />
    </>
  );
}

/** Counts the Pilots in each place, in a sentence. */
function useMapSentence(
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
