import { Text } from '@backstage/ui';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './Readiness.module.css';

/** Says that what was typed the last time is still there. */
export function DraftKept() {
  const { t } = usePilotTranslation();
  return (
    <Text as="p" role="status" className={classes.text}>
      {t('need.draftKept')}
    </Text>
  );
}
