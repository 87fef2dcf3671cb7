import type { ReactNode } from 'react';
import { Skeleton } from '@backstage/ui';
import type { Gate, Pilot } from '@pilot-to-platform/plugin-pilot-common';
import { isHidden } from '../../api/errorStatus';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { LoadFailed } from '../shared/LoadFailed';
import { LoadingPart } from '../shared/LoadingPart';
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
  const resource = usePilotCache().phases.readiness(pilot.target);
  const loaded = useResource(resource);
  const readiness = loaded.state === 'ready' ? loaded.value : undefined;
  const hasFailed = loaded.state === 'failed' && !isHidden(loaded.error);
  const isWaiting = loaded.state === 'loading' || hasFailed;
  const shown = gate.left.filter(thing => thing.code !== 'check' || !isWaiting);
  const waits = shown.length < gate.left.length;
  return (
    <>
      {shown.length > 0 && (
        <ul className={classes.rows} aria-label={t('gate.things')}>
          {shown.map(thing =>
            thing.code === 'check' ? (
              <LeftCheck
                key={thing.check}
                id={thing.check}
                target={pilot.target}
                readiness={readiness}
                onDone={onDone}
              />
            ) : (
              <LeftNumber
                key={thing.code}
                thing={thing}
                target={pilot.target}
              />
            ),
          )}
        </ul>
      )}
      {waits && loaded.state === 'loading' && (
        <LoadingPart
          thing={t('gate.things')}
          outline={<Skeleton width="100%" height="4rem" />}
        />
      )}
      {waits && hasFailed && (
        <LoadFailed
          thing={t('gate.things')}
          onRetry={() => {
            resource.reload();
            // The pressed button goes away.
            onDone('');
          }}
        />
      )}
    </>
  );
}
