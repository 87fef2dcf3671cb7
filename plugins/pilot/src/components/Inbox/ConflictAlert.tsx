import { useEffect, useRef } from 'react';
import { Alert, Button } from '@backstage/ui';
import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { useName } from '../../hooks/useName';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { Instant } from '../UserText/Instant';
import { changedBy, currentOf } from './currentOf';

/** Says who was quicker. What was typed stays, and nothing is overwritten. */
export function ConflictAlert(props: { error: Error; onLatest: () => void }) {
  const { error, onLatest } = props;
  const { t } = usePilotTranslation();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), [error]);
  const current = currentOf(error);
  return (
    <Alert
      ref={ref}
      tabIndex={-1}
      status="warning"
      role="alert"
      icon
      title={current ? <ChangedBy interest={current} /> : t('state.changed')}
      customActions={
        <Button size="small" variant="secondary" onPress={onLatest}>
          {t('state.latest')}
        </Button>
      }
    />
  );
}

function ChangedBy({ interest }: { interest: Interest }) {
  const { t } = usePilotTranslation();
  const person = changedBy(interest);
  const name = useName(person ?? interest.team);
  return (
    <>
      {t('state.conflict', {
        who: person ? name : t('inbox.nobody'),
        when: <Instant iso={interest.updatedAt} />,
      })}
    </>
  );
}
