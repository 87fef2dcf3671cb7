import { useId } from 'react';
import { Link, Text } from '@backstage/ui';
import type { PilotListItem } from '@pilot-to-platform/plugin-pilot-common';
import { useDemandLink } from '../../hooks/useDemandLink';
import { useName } from '../../hooks/useName';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './Map.module.css';
import { placesOnMap, quadrants, type Place } from './mapPlaces';
import { usePilotFacts } from './usePilotFacts';

/** The Pilot pointed at, which a list and the map share. */
export interface Pointing {
  readonly pointed: string | undefined;
  readonly onPoint: (target: string | undefined) => void;
}

/** Every Pilot as a link, by its place on the map. */
export function QuadrantLists(props: {
  places: Readonly<Record<Place, readonly PilotListItem[]>>;
  isPast: boolean;
  pointing: Pointing;
}) {
  const { places, isPast, pointing } = props;
  const { t } = usePilotTranslation();
  const hasMarks = placesOnMap.some(place => places[place].length > 0);
  const isQuadrant = (place: Place) =>
    quadrants.some(quadrant => quadrant === place);
  // The parts of the map are named, whether anything is there or not.
  const shown = placesOnMap.filter(
    place => places[place].length > 0 || isQuadrant(place),
  );
  return (
    <div className={classes.lists}>
      {hasMarks &&
        shown.map(place => (
          <PlaceList
            key={place}
            place={place}
            means={t(`map.means.${place}`)}
            pilots={places[place]}
            pointing={pointing}
          />
        ))}
      {places.unknown.length > 0 && (
        <PlaceList
          place="unknown"
          means={t(isPast ? 'map.means.unknownPast' : 'map.means.unknown')}
          pilots={places.unknown}
          pointing={pointing}
        />
      )}
    </div>
  );
}

function PlaceList(props: {
  place: Place;
  means: string;
  pilots: readonly PilotListItem[];
  pointing: Pointing;
}) {
  const { place, means, pilots, pointing } = props;
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.place}>
      <Text as="h4" id={id} variant="body-large" weight="bold">
        {t('map.list', {
          quadrant: t(`map.quadrant.${place}`),
          number: numbers.count(pilots.length),
        })}
      </Text>
      <Text as="p" variant="body-small" className={classes.text}>
        {means}
      </Text>
      {pilots.length > 0 && (
        <ul className={classes.list}>
          {pilots.map(pilot => (
            <PilotLine key={pilot.target} pilot={pilot} pointing={pointing} />
          ))}
        </ul>
      )}
    </section>
  );
}

function PilotLine(props: { pilot: PilotListItem; pointing: Pointing }) {
  const { pilot, pointing } = props;
  const { target, title } = pilot;
  const link = useDemandLink();
  const factsOf = usePilotFacts();
  const fallbackName = useName(target);
  const { pointed, onPoint } = pointing;
  return (
    <li
      className={classes.item}
      data-pointed={pointed === target}
      onFocus={() => onPoint(target)}
      onBlur={() => onPoint(undefined)}
      onPointerEnter={() => onPoint(target)}
      onPointerLeave={() => onPoint(undefined)}
    >
      <Link href={link(target)} weight="bold">
        {title ?? fallbackName}
      </Link>
      <Text variant="body-small">{factsOf(pilot)}</Text>
    </li>
  );
}
