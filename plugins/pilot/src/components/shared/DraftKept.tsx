import { Button, Text } from '@backstage/ui';
import type { FormDraft } from '../../hooks/useFormDraft';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './DraftKept.module.css';

/** Says that what was typed the last time is still there, and lets it be discarded. */
export function DraftKept(props: {
  form: Pick<FormDraft<object>, 'isKept' | 'drop'>;
}) {
  const { isKept, drop } = props.form;
  const { t } = usePilotTranslation();
  if (!isKept) return null;
  return (
    <div className={classes.line}>
      <Text as="p" role="status" className={classes.text}>
        {t('need.draftKept')}
      </Text>
      <Button size="small" variant="tertiary" onPress={drop}>
        {t('need.draftDiscard')}
      </Button>
    </div>
  );
}
