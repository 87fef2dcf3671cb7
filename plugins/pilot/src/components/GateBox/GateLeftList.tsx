import type { ReactNode } from 'react';
import type { Gate, Pilot } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import classes from './GateBox.module.css';
import { LeftCheck } from './LeftCheck';
import { LeftNumber } from './LeftNumber';

/** What is left before a gate, one row each, and nothing else. */
export function GateLeftList(props: {
  pilot: Pilot;
  gate: Gate;
  onDone: (status: ReactNode) => void;
}) {
  const { pilot, gate, onDone } = props;
  const { t } = usePilotTranslation();
  const loaded = useResource(usePilotCache().phases.readiness(pilot.target));
  const readiness = loaded.state === 'ready' ? loaded.value : undefined;
  if (gate.left.length === 0) return null;
  return (
    <ul className={classes.rows} aria-label={t('gate.things')}>
      {gate.left.map(thing =>
        thing.code === 'check' ? (
          <LeftCheck
            key={thing.check}
            id={thing.check}
            target={pilot.target}
            readiness={readiness}
            onDone={onDone}
          />
        ) : (
          <LeftNumber key={thing.code} thing={thing} target={pilot.target} />
        ),
      )}
    </ul>
  );
}
