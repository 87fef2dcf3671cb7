import { Alert, Button } from '@backstage/ui';
import { formatAsOf } from '../../format/formatInstant';
import { useLanguage } from '../../hooks/useLanguage';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';

/** Says that what is shown is older than it should be. */
export function ShownAsOf(props: { asOf: string; onRetry: () => void }) {
  const { t } = usePilotTranslation();
  const time = formatAsOf(props.asOf, useLanguage());
  return (
    <Alert
      status="warning"
      role="status"
      icon
      title={t('state.stale', { time })}
      customActions={
        <Button size="small" variant="secondary" onPress={props.onRetry}>
          {t('state.retry')}
        </Button>
      }
    />
  );
}
