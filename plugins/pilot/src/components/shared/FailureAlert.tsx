import { Alert, Button } from '@backstage/ui';
import { errorStatus, refusal } from '../../api/errorStatus';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { Conflict } from './Conflict';

/**
 * Says why a change was not made, and the one thing to do about it. Typed text
 * stays where it is.
 */
export function FailureAlert(props: {
  error: Error;
  /** The attempt: to record an interest, or to change one. */
  attempt: 'record' | 'change';
  onRetry: () => void;
  onLatest: () => void;
}) {
  const { error, attempt, onRetry, onLatest } = props;
  const { t } = usePilotTranslation();
  const status = errorStatus(error);

  if (status === 409) {
    return (
      <Conflict
        error={error}
        description={refusal(error)}
        onLatest={onLatest}
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
