import type { ReactNode } from 'react';
import { Text } from '@backstage/ui';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './DemandTab.module.css';

/** The title of the tab with what can be done on it. */
export function TabHeader({ children }: { children?: ReactNode }) {
  const { t } = usePilotTranslation();
  return (
    <div className={classes.ends}>
      <Text
        as="h2"
        variant="title-small"
        weight="bold"
        className={classes.heading}
      >
        {t('demand.title')}
      </Text>
      <div className={classes.line}>{children}</div>
    </div>
  );
}
