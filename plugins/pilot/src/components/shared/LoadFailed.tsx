import { Alert, Button } from '@backstage/ui';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';

/** Stands for a part that could not be loaded at all. */
export function LoadFailed(props: { thing: string; onRetry: () => void }) {
  const { t } = usePilotTranslation();
  return (
    <Alert
      status="danger"
      role="alert"
      icon
      title={t('state.error', { thing: props.thing })}
      customActions={
        <Button size="small" variant="secondary" onPress={props.onRetry}>
          {t('state.retry')}
        </Button>
      }
    />
  );
}
