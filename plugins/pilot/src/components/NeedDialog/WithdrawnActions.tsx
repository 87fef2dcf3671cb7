import { Button } from '@backstage/ui';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './NeedDialog.module.css';

/** Stands for an interest that was just withdrawn: it can be brought back. */
export function WithdrawnActions(props: {
  isPending: boolean;
  nameOf: (text: string) => string;
  onRestore: () => void;
}) {
  const { isPending, nameOf, onRestore } = props;
  const { t } = usePilotTranslation();
  return (
    <div className={classes.actions}>
      <span>{t('need.withdrawn')}</span>
      <Button
        autoFocus
        size="small"
        variant="secondary"
        aria-label={nameOf(t('need.undo'))}
        isPending={isPending}
        onPress={onRestore}
      >
        {t('need.undo')}
      </Button>
    </div>
  );
}
