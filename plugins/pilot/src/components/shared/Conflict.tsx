import { useEffect, useRef, type ReactNode } from 'react';
import { Alert, Button } from '@backstage/ui';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';

/** Says that somebody was quicker. What was typed stays, nothing is overwritten. */
export function Conflict(props: {
  error: Error;
  title?: ReactNode;
  description?: ReactNode;
  onLatest: () => void;
}) {
  const { error, title, description, onLatest } = props;
  const { t } = usePilotTranslation();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), [error]);
  return (
    <Alert
      ref={ref}
      tabIndex={-1}
      status="warning"
      role="alert"
      icon
      title={title ?? t('state.changed')}
      description={description}
      customActions={
        <Button size="small" variant="secondary" onPress={onLatest}>
          {t('state.latest')}
        </Button>
      }
    />
  );
}
