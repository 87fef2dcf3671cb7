import { useEffect, useRef } from 'react';
import { Alert, Button } from '@backstage/ui';
import { errorStatus, refusal } from '../../errorStatus';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';

/**
 * Why a change was not made, and the one thing to do about it. What was typed
 * stays where it is.
 */
export function FailureAlert(props: {
  error: Error;
  /** What was attempted: to record an interest, or to change one. */
  attempt: 'record' | 'change';
  onRetry: () => void;
  onLatest: () => void;
}) {
  const { error, attempt, onRetry, onLatest } = props;
  const { t } = usePilotTranslation();
  const ref = useRef<HTMLDivElement>(null);
  const status = errorStatus(error);
  const isConflict = status === 409;
  useEffect(() => {
    if (isConflict) ref.current?.focus();
  }, [isConflict, error]);

  if (isConflict) {
    return (
      <Alert
        ref={ref}
        tabIndex={-1}
        status="warning"
        role="alert"
        icon
        title={t('state.changed')}
        description={refusal(error)}
        customActions={
          <Button size="small" variant="secondary" onPress={onLatest}>
            {t('state.latest')}
          </Button>
        }
      />
    );
  }
  if (status === 404 && attempt === 'record') {
    return <Alert status="danger" role="alert" icon title={t('need.gone')} />;
  }
  if (status === 403 && attempt === 'record') {
    return (
      <Alert status="danger" role="alert" icon title={t('need.notYourTeam')} />
    );
  }
  return (
    <Alert
      status="danger"
      role="alert"
      icon
      title={t(attempt === 'record' ? 'need.failed' : 'need.saveFailed')}
      description={refusal(error)}
      customActions={
        <Button size="small" variant="secondary" onPress={onRetry}>
          {t('state.retry')}
        </Button>
      }
    />
  );
}
