import { useEffect, useRef, useState } from 'react';
import { EntityName } from '../shared/EntityName';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './Adoption.module.css';
import { RateForm } from './RateForm';

/** The question to each adopting team of the reader that has not answered yet. */
export function RatePrompts(props: {
  target: string;
  due: readonly string[];
  /** Name of the Pilot, where the place does not show it. */
  pilotName?: string;
}) {
  const { target, due, pilotName } = props;
  const { t } = usePilotTranslation();
  const [rated, setRated] = useState<readonly string[]>([]);
  // An answer takes its team off those due, before its form knows that it is saved.
  const [seen, setSeen] = useState(due);
  useEffect(() => {
    setSeen(before => {
      const added = due.filter(team => !before.includes(team));
      return added.length > 0 ? [...before, ...added] : before;
    });
  }, [due]);
  const region = useRef<HTMLDivElement>(null);
  const asked = seen.filter(team => !rated.includes(team));
  if (asked.length + rated.length === 0) return null;
  return (
    <div ref={region} tabIndex={-1} className={classes.prompts}>
      {asked.map(team => (
        <RateForm
          key={team}
          target={target}
          team={team}
          pilotName={pilotName}
          onRated={() => {
            setRated(before => [...before, team]);
            // The form goes away, and focus must not go with it.
            region.current?.focus();
          }}
        />
      ))}
      <div role="status">
        {rated.map(team => (
          <p key={team} className={classes.text}>
            {t('adoption.saved', { team: <EntityName entityRef={team} /> })}
          </p>
        ))}
      </div>
    </div>
  );
}
