import type { ReactNode } from 'react';
import { Text, Alert, Button, Link } from '@backstage/ui';
import type { Demand } from '@pilot-to-platform/plugin-pilot-common';
import { formatAsOf } from '../../format/formatInstant';
import { useDemandLink } from '../../hooks/useDemandLink';
import { useLanguage } from '../../hooks/useLanguage';
import { useName } from '../../hooks/useName';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './DemandTab.module.css';
import type { DemandTabQuery } from '../../hooks/useDemandTabQuery';

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

/** Says that nothing here is of today, and leads back. */
export function PastNote(props: { asOf: string; query: DemandTabQuery }) {
  const { asOf, query } = props;
  const { t } = usePilotTranslation();
  const date = formatAsOf(asOf, useLanguage());
  return (
    <Alert
      status="info"
      role="status"
      icon
      title={t('state.past', { date })}
      customActions={
        <Button
          size="small"
          variant="secondary"
          onPress={() => query.set({ asOf: undefined })}
        >
          {t('state.today')}
        </Button>
      }
    />
  );
}

/** Says that a date in the address is none. */
export function BadDateNote({ date }: { date: string }) {
  const { t } = usePilotTranslation();
  return (
    <Alert
      status="info"
      role="status"
      icon
      title={t('demandTab.badDate', { date })}
    />
  );
}

/** Says where the interest went. */
export function MergedNote({ demand }: { demand: Demand }) {
  return demand.mergedInto ? <MergedInto target={demand.mergedInto} /> : null;
}

function MergedInto({ target }: { target: string }) {
  const { t } = usePilotTranslation();
  const demandLink = useDemandLink();
  const name = useName(target);
  return (
    <Alert
      status="info"
      role="status"
      icon
      title={
        <>
          {t('demandTab.merged', {
            name: <Link href={demandLink(target)}>{name}</Link>,
          })}
        </>
      }
    />
  );
}
